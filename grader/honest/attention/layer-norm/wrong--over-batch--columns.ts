export function layerNorm(x: number[][], gamma: number[], beta: number[], { epsilon = 1e-3 } = {}) {
  const n = x.length;
  const d = x[0].length;
  if (gamma.length !== d || beta.length !== d) throw new Error('lengths');
  const mean = new Array(d).fill(0);
  const variance = new Array(d).fill(0);
  for (const row of x) row.forEach((v, j) => (mean[j] += v / n));
  for (const row of x) row.forEach((v, j) => (variance[j] += (v - mean[j]) ** 2 / n));
  return x.map((row) => row.map((v, j) => (gamma[j] * (v - mean[j])) / Math.sqrt(variance[j] + epsilon) + beta[j]));
}
