export function klStandardNormal(mean: number[][], logVariance: number[][]): number {
  let kl = 0;
  for (let n = 0; n < mean.length; n++) {
    for (let k = 0; k < mean[n]!.length; k++) {
      const mu = mean[n]![k]!, lv = logVariance[n]![k]!;
      kl += 1 + lv - mu * mu - Math.exp(lv);
    }
  }
  return -0.5 * kl;
}
