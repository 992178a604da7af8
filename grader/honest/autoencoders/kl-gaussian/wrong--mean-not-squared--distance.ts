export const klGaussian = (mean, lv, otherMean, otherLv) => {
  let s = 0;
  for (let i = 0; i < mean.length; i++)
    for (let j = 0; j < mean[i].length; j++) {
      const d = lv[i][j] - otherLv[i][j];
      s += Math.exp(d) + Math.abs(mean[i][j] - otherMean[i][j]) / Math.exp(otherLv[i][j]) - 1 - d;
    }
  return 0.5 * s / mean.length;
};
