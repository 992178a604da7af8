export function clipByNorm(gradient: number[], maxNorm: number): number[] {
  if (maxNorm <= 0) throw new Error('maxNorm must be positive');
  const norm = Math.sqrt(gradient.reduce((s, g) => s + g ** 2, 0));
  return norm > maxNorm ? gradient.map((g) => (g * maxNorm) / norm) : gradient.slice();
}
