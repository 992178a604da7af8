export const klGaussian = (mean, lv, otherMean, otherLv) => {
  let s = 0;
  mean.forEach((row, i) => row.forEach((mu, j) => {
    const d = lv[i][j] - otherLv[i][j];
    s += Math.exp(d) + ((mu - otherMean[i][j]) / Math.exp(otherLv[i][j] / 2)) ** 2 - 1 - d;
  }));
  return s / mean.length;
};
