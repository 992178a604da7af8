export function klGaussian(mean: number[][], lv: number[][], om: number[][], olv: number[][]): number {
  const terms: number[] = [];
  for (const [i, row] of mean.entries()) {
    for (const [j, mu] of row.entries()) {
      const d = lv[i][j] - olv[i][j];
      terms.push(0.5 * (Math.exp(d) - d - 1 + (mu - om[i][j]) ** 2 * Math.exp(-olv[i][j])));
    }
  }
  return terms.reduce((a, b) => a + b) / terms.length;
}
