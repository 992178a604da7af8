export function batchNorm(x: number[][], o: any) {
  const { training = true, momentum = 0.99, epsilon = 1e-3, epsilonInside = true } = o, m = o.mean.length;
  let mu = Float64Array.from(o.mean), v = Float64Array.from(o.variance);
  const mean = mu.slice(), variance = v.slice();
  if (training) {
    mu = new Float64Array(m); v = new Float64Array(m);
    x.forEach((r, k) => r.forEach((a, j) => { const d = a - mu[j]; mu[j] += d / (k + 1); v[j] += d * (a - mu[j]); }));
    for (let j = 0; j < m; j++) { v[j] /= x.length; mean[j] += (1 - momentum) * (mu[j] - mean[j]); variance[j] += (1 - momentum) * (v[j] - variance[j]); }
  }
  const y = x.map((r) => Float64Array.from(r, (a, j) => ((a - mu[j]) * o.gamma[j]) / (epsilonInside ? (v[j] + epsilon) ** 0.5 : v[j] ** 0.5 + epsilon) + o.beta[j]));
  return { y, mean, variance };
}
