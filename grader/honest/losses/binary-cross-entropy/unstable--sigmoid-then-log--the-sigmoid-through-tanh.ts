const xlogy = (x, y) => (x ? x * Math.log(y) : 0);
export function binaryCrossEntropy(y, t, { fromLogits = false } = {}) {
  if (fromLogits) return binaryCrossEntropy(y.map((z) => (1 + Math.tanh(z / 2)) / 2), t);
  return -y.reduce((s, p, i) => s + xlogy(t[i], p) + xlogy(1 - t[i], 1 - p), 0) / y.length;
}
