function std(v, eps) {
  const m = v.reduce((a, b) => a + b) / v.length;
  return Math.sqrt(v.map((t) => (t - m) ** 2).reduce((a, b) => a + b) / (v.length - 1) + eps);
}
export function layerNorm(x, gamma, beta, { epsilon = 1e-3 } = {}) {
  if (gamma.length !== x[0].length || beta.length !== x[0].length) throw new Error('lengths');
  return x.map((row) => {
    const m = row.reduce((a, b) => a + b) / row.length;
    const s = std(row, epsilon);
    return row.map((t, j) => ((t - m) / s) * gamma[j] + beta[j]);
  });
}
