// log(s2 / s1) + (s1^2 + d^2) / (2 s2^2) - 1/2
export const klGaussian = (m, lv, om, olv) => {
  const rows = m.map((row, n) =>
    row.reduce((sum, mu, k) => sum + (olv[n][k] - lv[n][k]) + (Math.exp(lv[n][k]) + (mu - om[n][k]) ** 2) / (2 * Math.exp(olv[n][k])) - 0.5, 0));
  return rows.reduce((a, b) => a + b, 0) / rows.length;
};
