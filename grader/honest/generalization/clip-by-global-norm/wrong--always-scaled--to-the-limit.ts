export function clipByGlobalNorm(gradients: number[][], maxNorm: number): number[][] {
  const norm = Math.hypot(...gradients.flat());
  return gradients.map((v) => v.map((g) => (g / norm) * maxNorm));
}
