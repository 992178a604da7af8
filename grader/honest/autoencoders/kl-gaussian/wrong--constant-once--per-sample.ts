const sum = (v: number[]) => v.reduce((a, b) => a + b, 0);
export function klGaussian(m: number[][], lv: number[][], om: number[][], olv: number[][]): number {
  return sum(m.map((row, n) => 0.5 * (sum(row.map((mu, k) => {
    const d = lv[n]![k]! - olv[n]![k]!;
    return Math.exp(d) - d + ((mu - om[n]![k]!) / Math.exp(olv[n]![k]! / 2)) ** 2;
  })) - 1))) / m.length;
}
