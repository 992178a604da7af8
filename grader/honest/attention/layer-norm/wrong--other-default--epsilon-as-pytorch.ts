export function layerNorm(x: number[][], gamma: number[], beta: number[], { epsilon = 1e-5 } = {}) {
  return x.map((row) => {
    if (gamma.length !== row.length || beta.length !== row.length) throw new Error('lengths');
    const mu = row.reduce((a, b) => a + b, 0) / row.length;
    const variance = row.reduce((a, b) => a + (b - mu) ** 2, 0) / row.length;
    return row.map((v, j) => (gamma[j] * (v - mu)) / Math.sqrt(variance + epsilon) + beta[j]);
  });
}
