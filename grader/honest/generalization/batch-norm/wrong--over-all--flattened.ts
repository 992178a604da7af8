const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length;

export function batchNorm(x, options) {
  const { gamma, beta, training = true, momentum = 0.99, epsilon = 1e-3, epsilonInside = true } = options;
  const scale = (v) => (epsilonInside ? Math.sqrt(v + epsilon) : Math.sqrt(v) + epsilon);
  if (!training) {
    const y = x.map((row) => row.map((v, j) => gamma[j] * (v - options.mean[j]) / scale(options.variance[j]) + beta[j]));
    return { y, mean: options.mean, variance: options.variance };
  }
  const all = x.flat();
  const mu = mean(all);
  const variance = mean(all.map((v) => (v - mu) ** 2));
  return {
    y: x.map((row) => row.map((v, j) => gamma[j] * (v - mu) / scale(variance) + beta[j])),
    mean: options.mean.map((m) => momentum * m + (1 - momentum) * mu),
    variance: options.variance.map((v) => momentum * v + (1 - momentum) * variance),
  };
}
