const clamp = (p: number) => Math.max(p, 1e-12);

export function skipGramNegativeSampling(center: number[], context: number[], negatives: number[][]): number {
  const s = (v: number[], sign: number) => 1 / (1 + Math.exp(-sign * v.reduce((t, x, i) => t + x * center[i], 0)));
  return -negatives.reduce((sum, n) => sum + Math.log(clamp(s(n, -1))), Math.log(clamp(s(context, 1))));
}
