const E = (v) => v.reduce((a, b) => a + b, 0) / v.length;
export function layerNorm(x, gamma, beta, options = {}) {
  const { epsilon = 0.001 } = options;
  if (gamma.length !== x[0].length || beta.length !== x[0].length) throw new Error('lengths');
  return x.map((row) => {
    const variance = E(row.map((v) => v ** 2)) - E(row) ** 2;
    return row.map((v, j) => (gamma[j] * (v - E(row))) / Math.sqrt(variance + epsilon) + beta[j]);
  });
}
