export const vaeLoss = (x, y, mu, logVar, { beta = 1 } = {}) => {
  const flat = (m) => m.flat();
  const mse = flat(x).reduce((s, v, i) => s + (v - flat(y)[i]) ** 2, 0) / flat(x).length;
  const kld = -0.5 * flat(mu).reduce((s, m, i) => s + 1 + flat(logVar)[i] - m * m - Math.exp(flat(logVar)[i]), 0);
  return mse + beta * kld;
};
