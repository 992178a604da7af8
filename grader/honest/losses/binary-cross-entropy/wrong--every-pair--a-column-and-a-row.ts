export function binaryCrossEntropy(y, t, { fromLogits = false } = {}) {
  const p = fromLogits ? y.map((z) => 1 / (1 + Math.exp(-z))) : y;
  const terms = t.map((a) => p.map((q) => -a * Math.log(q) - (1 - a) * Math.log(1 - q))).flat();
  return terms.reduce((a, b) => a + b, 0) / terms.length;
}
