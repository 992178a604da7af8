export function clipByGlobalNorm(gradients, maxNorm) {
  let total = 0;
  for (const v of gradients) total += Math.sqrt(v.reduce((s, g) => s + g * g, 0));
  return total > maxNorm ? gradients.map((v) => v.map((g) => (g / total) * maxNorm)) : gradients;
}
