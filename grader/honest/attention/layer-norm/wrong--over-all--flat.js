export function layerNorm(x, gamma, beta, { epsilon = 1e-3 } = {}) {
  if (gamma.length !== x[0].length || beta.length !== x[0].length) throw new Error('lengths');
  const all = x.flat();
  const mu = all.reduce((a, b) => a + b, 0) / all.length;
  const sigma = Math.sqrt(all.reduce((a, b) => a + (b - mu) ** 2, 0) / all.length + epsilon);
  return x.map((row) => row.map((v, j) => gamma[j] * ((v - mu) / sigma) + beta[j]));
}
