export function clipByGlobalNorm(gradients, maxNorm) {
  if (maxNorm <= 0) throw new Error('maxNorm must be positive');
  const norm = Math.hypot(...gradients.flat());
  const scale = Math.min(norm, maxNorm) / norm;
  return gradients.map((v) => v.map((g) => scale * g));
}
