const softplus = (z) => (z > 30 ? z + Math.exp(-z) : Math.log1p(Math.exp(z)));
const xlogy = (x, y) => (x === 0 ? 0 : x * Math.log(y));
export const binaryCrossEntropy = (y, t, options) => {
  const { fromLogits } = options ?? {};
  const terms = y.map((v, i) => (fromLogits ? t[i] * softplus(-v) + (1 - t[i]) * softplus(v) : -xlogy(t[i], v) - xlogy(1 - t[i], 1 - v)));
  return terms.reduce((a, b) => a + b) / terms.length;
};
