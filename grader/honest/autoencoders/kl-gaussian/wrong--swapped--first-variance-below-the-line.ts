export const klGaussian = (mean, lv, otherMean, otherLv) => {
  let s = 0;
  mean.forEach((row, i) => row.forEach((mu, j) => {
    const d = otherLv[i][j] - lv[i][j];
    s += Math.exp(d) + (mu - otherMean[i][j]) ** 2 / Math.exp(lv[i][j]) - 1 - d;
  }));
  return s / (2 * mean.length);
};
