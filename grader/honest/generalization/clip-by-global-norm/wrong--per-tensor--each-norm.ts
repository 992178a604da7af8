export function clipByGlobalNorm(gradients: number[][], maxNorm: number): number[][] {
  return gradients.map((v) => {
    const norm = Math.hypot(...v);
    return norm > maxNorm ? v.map((g) => (g * maxNorm) / norm) : v.slice();
  });
}
