export function klGaussian(mean: number[][], logVariance: number[][], otherMean: number[][], otherLogVariance: number[][]): number {
  let kl = 0;
  for (let i = 0; i < mean.length; i++) {
    for (let j = 0; j < mean[i].length; j++) {
      const v1 = Math.exp(logVariance[i][j]);
      const v2 = Math.exp(otherLogVariance[i][j]);
      kl += 0.5 * (Math.log(v2 / v1) + (v1 + (mean[i][j] - otherMean[i][j]) ** 2) / v2 - 1);
    }
  }
  return kl / mean.length;
}
