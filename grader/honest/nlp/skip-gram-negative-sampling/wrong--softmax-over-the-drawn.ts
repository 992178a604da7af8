export function skipGramNegativeSampling(center: number[], context: number[], negatives: number[][]): number {
  const z = [context, ...negatives].map((v) => v.reduce((s, x, i) => s + x * center[i], 0));
  const top = Math.max(...z);
  return top + Math.log(z.reduce((s, x) => s + Math.exp(x - top), 0)) - z[0];
}
