export function klGaussian(mean: number[][], logVariance: number[][], otherMean: number[][], otherLogVariance: number[][]): number {
  let sum = 0;
  mean.forEach((row, n) => row.forEach((mu, k) => {
    const logRatio = logVariance[n]![k]! - otherLogVariance[n]![k]!;
    sum += Math.exp(logRatio) - logRatio - 1 + Math.pow(mu - otherMean[n]![k]!, 2) * Math.exp(-otherLogVariance[n]![k]!);
  }));
  return (0.5 * sum) / mean.length;
}
