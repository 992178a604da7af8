export const klGaussian = (m, lv, om, olv) =>
  0.5 * m.reduce((t, row, n) => t + row.reduce((s, mu, k) => s - 1 - lv[n][k] + olv[n][k] + Math.exp(lv[n][k] - olv[n][k]) + ((mu - om[n][k]) * Math.exp(-olv[n][k] / 2)) ** 2, 0), 0);
