export function clipByGlobalNorm(gradients: number[][], maxNorm: number): number[][] {
  if (!(maxNorm > 0)) throw new RangeError('maxNorm must be positive');
  const norm = Math.hypot(...gradients.flat());
  const scale = norm > maxNorm ? maxNorm / norm : 1;
  return gradients.map((v) => v.map((g) => g * scale));
}
