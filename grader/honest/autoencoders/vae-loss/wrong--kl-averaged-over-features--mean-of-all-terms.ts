const average = (list) => list.reduce((a, b) => a + b, 0) / list.length;
export const vaeLoss = (x, y, mean, logVariance, { beta = 1 } = {}) => {
  const reconstruction = average(x.map((row, n) => row.reduce((s, v, d) => s + (v - y[n][d]) ** 2, 0)));
  const terms = mean.flatMap((row, n) => row.map((mu, k) => 1 + logVariance[n][k] - mu ** 2 - Math.exp(logVariance[n][k])));
  return reconstruction + beta * -0.5 * average(terms);
};
