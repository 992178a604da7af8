export function clipByNorm(gradient, maxNorm) {
  if (maxNorm <= 0) throw new Error('maxNorm');
  const largest = Math.max(...gradient.map((g) => Math.abs(g)));
  if (largest === 0) return gradient.slice();
  let s = 0;
  for (const g of gradient) s += (g / largest) * (g / largest);
  const factor = maxNorm / largest / Math.sqrt(s);
  return factor < 1 ? gradient.map((g) => g * factor) : gradient.slice();
}
