export const klGaussian = (m, lv, om, olv) =>
  m.map((row, n) => 0.5 * row.reduce((s, mu, k) => s + 1 + lv[n][k] - olv[n][k] - Math.exp(lv[n][k] - olv[n][k]) - ((mu - om[n][k]) * Math.exp(-olv[n][k] / 2)) ** 2, 0)).reduce((a, b) => a + b) / m.length;
