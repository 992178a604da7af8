export function clipByNorm(gradient: number[], maxNorm: number): number[] {
  let norm = 0;
  for (const g of gradient) norm += g * g;
  return norm > maxNorm ? gradient.map((g) => (g * maxNorm) / norm) : [...gradient];
}
