export function vaeLoss(x, y, mean, logVariance, { beta = 1 } = {}) {
  let e = 0, k = 0;
  x.forEach((r, n) => r.forEach((v, d) => { e += (v - y[n][d]) ** 2; }));
  mean.forEach((r, n) => r.forEach((mu, j) => { const lv = logVariance[n][j]; k += mu ** 2 + Math.exp(lv) - 1 - lv; }));
  return e + beta * k / 2;
}
