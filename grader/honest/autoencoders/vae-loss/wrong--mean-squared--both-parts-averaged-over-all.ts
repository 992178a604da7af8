const mean = (list: number[]): number => list.reduce((a, b) => a + b, 0) / list.length;

export function vaeLoss(x: number[][], reconstruction: number[][], mu: number[][], logVar: number[][], { beta = 1 } = {}): number {
  const mse = mean(x.flatMap((row, i) => row.map((v, j) => (v - reconstruction[i]![j]!) ** 2)));
  const kld = -0.5 * mean(mu.flatMap((row, i) => row.map((m, j) => 1 + logVar[i]![j]! - m ** 2 - Math.exp(logVar[i]![j]!))));
  return mse + beta * kld;
}
