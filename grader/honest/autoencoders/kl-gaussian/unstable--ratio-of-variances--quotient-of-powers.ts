export const klGaussian = (m, lv, om, olv) =>
  m.reduce((total, row, n) => total + row.reduce((s, mu, k) => {
    const variance = Math.exp(lv[n][k]), other = Math.exp(olv[n][k]);
    return s + variance / other + (mu - om[n][k]) ** 2 / other - 1 + olv[n][k] - lv[n][k];
  }, 0), 0) / 2 / m.length;
