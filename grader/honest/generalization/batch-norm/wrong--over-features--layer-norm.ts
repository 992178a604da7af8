export function batchNorm(X, { gamma, beta, mean, variance, training = true, momentum = 0.99, epsilon = 1e-3, epsilonInside = true }) {
  const root = (v) => (epsilonInside ? Math.sqrt(v + epsilon) : Math.sqrt(v) + epsilon);
  if (!training) return { y: X.map((r) => r.map((x, j) => (gamma[j] * (x - mean[j])) / root(variance[j]) + beta[j])), mean, variance };
  const mu = X.map((r) => r.reduce((a, b) => a + b, 0) / r.length), v = X.map((r, n) => r.reduce((s, x) => s + (x - mu[n]) ** 2, 0) / r.length);
  const moved = (a, b) => a.map((old, j) => momentum * old + (1 - momentum) * b[j]);
  return { y: X.map((r, n) => r.map((x, j) => (gamma[j] * (x - mu[n])) / root(v[n]) + beta[j])), mean: moved(mean, mu), variance: moved(variance, v) };
}
