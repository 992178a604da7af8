export function layerNorm(x, gamma, beta, { epsilon = 1e-3 } = {}) {
  if (gamma.length !== x[0].length || beta.length !== x[0].length) throw new Error('lengths');
  return x.map((row) => {
    const mu = row.reduce((a, b) => a + b, 0) / row.length;
    const spread = row.reduce((a, b) => a + Math.abs(b - mu), 0) / row.length;
    return row.map((v, j) => (gamma[j] * (v - mu)) / (spread + epsilon) + beta[j]);
  });
}
