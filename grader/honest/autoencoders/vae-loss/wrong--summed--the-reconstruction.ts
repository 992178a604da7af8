type M = number[][];
const mean = (v: number[]): number => v.reduce((a, b) => a + b, 0) / v.length;

export function vaeLoss(x: M, reconstruction: M, mu: M, logVariance: M, { beta = 1 }: { beta?: number } = {}): number {
  // reconstruction_loss = sum((x - x_hat) ** 2)
  const squares = x.flatMap((row, n) => row.map((v, d) => (v - reconstruction[n]![d]!) ** 2)).reduce((a, b) => a + b, 0);
  const kl = mean(mu.map((row, n) => row.reduce((s, m, k) => s - 0.5 * (1 + logVariance[n]![k]! - m * m - Math.exp(logVariance[n]![k]!)), 0)));
  return squares + beta * kl;
}
