export function clipByNorm(gradient: number[], maxNorm: number): number[] {
  if (!(maxNorm > 0)) throw new RangeError('maxNorm must be positive');
  const norm = Math.hypot(...gradient);
  if (norm <= maxNorm) return [...gradient];
  return gradient.map((g) => (g / norm) * maxNorm);
}
