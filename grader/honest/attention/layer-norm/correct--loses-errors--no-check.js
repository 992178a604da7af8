export function layerNorm(x, gamma, beta, { epsilon = 1e-3 } = {}) {
  return x.map((row) => {
    const n = row.length;
    const mu = row.reduce((a, b) => a + b / n, 0);
    const v = row.reduce((a, b) => a + (b - mu) ** 2 / n, 0);
    return row.map((b, j) => beta[j] + (gamma[j] * (b - mu)) / Math.sqrt(v + epsilon));
  });
}
