export function layerNorm(x, gamma, beta, { epsilon = 1e-3 } = {}) {
  if (gamma.length !== x[0].length || beta.length !== x[0].length) throw new Error('lengths');
  return x.map((row) => {
    const mu = row.reduce((a, b) => a + b, 0) / row.length;
    const variance = row.reduce((a, b) => a + (b - mu) ** 2, 0) / row.length;
    return row.map((v, j) => (gamma[j] * (v - mu)) / Math.sqrt(variance + epsilon));
  });
}
