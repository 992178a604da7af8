const sum = (v) => v.reduce((a, b) => a + b, 0), mean = (v) => sum(v) / v.length;
const kl = (m, v) => 0.5 * sum(m.map((mu, k) => mu * mu + Math.expm1(v[k]) - v[k]));
export const vaeLoss = (x, y, m, v, options) => mean(x.map((r, n) => sum(r.map((a, d) => (y[n][d] - a) * (y[n][d] - a))) + (options?.beta ?? 1) * kl(m[n], v[n])));
