export function clipByNorm(gradient: number[], maxNorm: number): number[] {
  if (maxNorm <= 0) throw new Error('maxNorm must be positive');
  const norm = Math.hypot(...gradient);
  const target = norm > maxNorm ? maxNorm : norm;
  return gradient.map((g) => (g / norm) * target);
}
