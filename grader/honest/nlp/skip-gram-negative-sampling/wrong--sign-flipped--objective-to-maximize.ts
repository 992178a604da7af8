const logSigmoid = (z: number) => Math.min(z, 0) - Math.log1p(Math.exp(-Math.abs(z)));

export function skipGramNegativeSampling(center: number[], context: number[], negatives: number[][]): number {
  const dot = (v: number[]) => v.reduce((s, x, i) => s + x * center[i], 0);
  return negatives.reduce((sum, n) => sum + logSigmoid(-dot(n)), logSigmoid(dot(context)));
}
