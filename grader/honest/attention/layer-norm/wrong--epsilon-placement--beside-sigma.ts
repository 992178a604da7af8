export function layerNorm(x: number[][], gamma: number[], beta: number[], { epsilon = 1e-3 } = {}) {
  return x.map((row) => {
    if (gamma.length !== row.length || beta.length !== row.length) throw new Error('lengths');
    const mu = row.reduce((a, b) => a + b, 0) / row.length;
    const sigma = Math.sqrt(row.map((v) => (v - mu) ** 2).reduce((a, b) => a + b, 0) / row.length);
    return row.map((v, j) => (gamma[j] * (v - mu)) / (sigma + epsilon) + beta[j]);
  });
}
