// log(s2 / s1) + (s1^2 + d^2) / (2 s2^2) - 1/2, with the quotients taken before the squares
export function klGaussian(mean: number[][], logVariance: number[][], otherMean: number[][], otherLogVariance: number[][]) {
  const rows = mean.map((mu, n) => {
    const s1 = logVariance[n]!.map((v) => Math.exp(0.5 * v));
    const s2 = otherLogVariance[n]!.map((v) => Math.exp(0.5 * v));
    return mu.map((m, k) => Math.log(s2[k]! / s1[k]!) + 0.5 * ((s1[k]! / s2[k]!) ** 2 + ((m - otherMean[n]![k]!) / s2[k]!) ** 2) - 0.5).reduce((a, b) => a + b, 0);
  });
  return rows.reduce((a, b) => a + b, 0) / rows.length;
}
