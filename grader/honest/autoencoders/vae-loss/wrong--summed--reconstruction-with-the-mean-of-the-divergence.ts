export function vaeLoss(x, y, mu, logVar, options) {
  const { beta } = { beta: 1, ...options };
  let reconstruction = 0, divergence = 0, terms = 0;
  for (const [i, row] of x.entries()) for (const [j, v] of row.entries()) reconstruction += (v - y[i][j]) ** 2;
  for (const [i, row] of mu.entries()) {
    for (const [j, m] of row.entries()) {
      divergence -= 0.5 * (1 + logVar[i][j] - m ** 2 - Math.exp(logVar[i][j]));
      terms++;
    }
  }
  return reconstruction + beta * divergence / terms;
}
