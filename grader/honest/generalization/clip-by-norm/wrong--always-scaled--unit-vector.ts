export function clipByNorm(gradient: number[], maxNorm: number): number[] {
  const norm = Math.hypot(...gradient);
  return gradient.map((g) => (norm === 0 ? 0 : (maxNorm * g) / norm));
}
