export function klGaussian(mean: number[][], logVariance: number[][], otherMean: number[][], otherLogVariance: number[][]): number {
  let total = 0;
  for (let n = 0; n < mean.length; n++) {
    for (let k = 0; k < mean[n].length; k++) {
      const d = logVariance[n][k] - otherLogVariance[n][k];
      const diff = mean[n][k] - otherMean[n][k];
      total += Math.exp(d) - 1 - d;
      if (diff !== 0) total += diff * diff * Math.exp(-otherLogVariance[n][k]);
    }
  }
  return total / (2 * mean.length);
}
