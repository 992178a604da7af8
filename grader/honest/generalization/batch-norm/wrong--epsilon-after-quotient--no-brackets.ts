export function batchNorm(x, { gamma, beta, mean, variance, training = true, momentum = 0.99, epsilon = 1e-3, epsilonInside = true }) {
  const n = x.length;
  const mu = training ? gamma.map((_, j) => x.reduce((s, row) => s + row[j], 0) / n) : mean;
  const sigma2 = training ? gamma.map((_, j) => x.reduce((s, row) => s + (row[j] - mu[j]) ** 2, 0) / n) : variance;
  const y = x.map((row) => row.map((v, j) => gamma[j] * (v - mu[j]) / Math.sqrt(sigma2[j]) + epsilon + beta[j]));
  if (!training) return { y, mean, variance };
  const move = (old, fresh) => old.map((o, j) => momentum * o + (1 - momentum) * fresh[j]);
  return { y, mean: move(mean, mu), variance: move(variance, sigma2) };
}
