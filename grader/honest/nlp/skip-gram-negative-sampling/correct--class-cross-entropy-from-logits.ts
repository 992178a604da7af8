// sigmoid cross-entropy with logits, label 1 for the context and 0 for the negatives
class Sampled {
  constructor(private readonly center: Float64Array) {}
  logit(other: readonly number[]): number {
    return other.reduce((sum, x, i) => sum + x * this.center[i], 0);
  }
  static loss(z: number, label: number): number {
    return Math.max(z, 0) - z * label + Math.log1p(Math.exp(-Math.abs(z)));
  }
}

export function skipGramNegativeSampling(center: number[], context: number[], negatives: number[][]): number {
  const model = new Sampled(Float64Array.from(center));
  const terms = [Sampled.loss(model.logit(context), 1)];
  negatives.forEach((n) => terms.push(Sampled.loss(model.logit(n), 0)));
  return terms.reduce((a, b) => a + b);
}
