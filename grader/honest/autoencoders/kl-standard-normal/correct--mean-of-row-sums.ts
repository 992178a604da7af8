const sum = (v: number[]) => v.reduce((a, b) => a + b, 0);
export function klStandardNormal(mean: number[][], logVariance: number[][]): number {
  const rows = mean.map((r, n) => sum(r.map((mu, k) => -0.5 * (1 + logVariance[n][k] - mu * mu - Math.exp(logVariance[n][k])))));
  return sum(rows) / rows.length;
}
