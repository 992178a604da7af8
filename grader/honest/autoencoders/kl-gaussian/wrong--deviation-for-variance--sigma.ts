export const klGaussian = (mean, lv, otherMean, otherLv) => {
  let s = 0;
  for (let i = 0; i < mean.length; i++)
    for (let j = 0; j < mean[i].length; j++) {
      const s1 = Math.exp(lv[i][j] / 2), s2 = Math.exp(otherLv[i][j] / 2);
      s += s1 / s2 + (mean[i][j] - otherMean[i][j]) ** 2 / s2 - 1 - Math.log(s1 / s2);
    }
  return 0.5 * s / mean.length;
};
