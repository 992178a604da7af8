export function skipGramNegativeSampling(center: number[], context: number[], negatives: number[][]): number {
  const cost = (v: number[]) => {
    const z = v.reduce((s, x, i) => s + x * center[i], 0);
    return Math.max(-z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
  };
  return [context, ...negatives].map(cost).reduce((a, b) => a + b, 0);
}
