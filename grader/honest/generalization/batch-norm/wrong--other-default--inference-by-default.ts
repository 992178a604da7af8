export function batchNorm(X, { gamma, beta, mean, variance, training = false, momentum = 0.99, epsilon = 1e-3, epsilonInside = true }) {
  
  const n = X.length, columns = mean.map((_, j) => X.map((r) => r[j]));
  const mu = training ? columns.map((c) => c.reduce((a, b) => a + b, 0) / n) : mean;
  const v = training ? columns.map((column, j) => column.reduce((s, v) => s + (v - mu[j]) ** 2, 0) / n) : variance;
  const moved = (a, b) => a.map((old, j) => { const now = b[j]; return momentum * old + (1 - momentum) * now; });
  return {
    y: X.map((r) => r.map((x, j) => { const d = epsilonInside ? Math.sqrt(v[j] + epsilon) : Math.sqrt(v[j]) + epsilon; return gamma[j] * (x - mu[j]) / d + beta[j]; })),
    mean: training ? moved(mean, mu) : mean, variance: training ? moved(variance, v) : variance,
  };
}
