export const klStandardNormal = (mean: number[][], logVariance: number[][]): number => {
  let total = -1;
  mean.forEach((row, n) => row.forEach((mu, k) => {
    total += Math.exp(logVariance[n]![k]!) + mu ** 2 - logVariance[n]![k]!;
  }));
  return total / 2 / mean.length;
};
