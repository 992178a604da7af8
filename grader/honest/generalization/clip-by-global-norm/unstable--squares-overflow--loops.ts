export function clipByGlobalNorm(gradients: number[][], maxNorm: number): number[][] {
  if (maxNorm <= 0) throw new Error('maxNorm must be positive');
  let sum = 0;
  for (const v of gradients) for (const g of v) sum += g * g;
  const norm = Math.sqrt(sum);
  return gradients.map((v) => v.map((g) => (norm > maxNorm ? (g * maxNorm) / norm : g)));
}
