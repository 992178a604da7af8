export function clipByGlobalNorm(gradients, maxNorm) {
  if (maxNorm <= 0) throw new Error('maxNorm');
  const norms = gradients.map((v) => Math.hypot(...v));
  const norm = Math.hypot(...norms);
  if (norm <= maxNorm) return gradients.map((v) => [...v]);
  return gradients.map((v) => Float64Array.from(v, (g) => (g / norm) * maxNorm));
}
