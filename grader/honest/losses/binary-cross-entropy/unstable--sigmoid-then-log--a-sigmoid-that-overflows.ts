export function binaryCrossEntropy(y, t, { fromLogits = false } = {}) {
  const p = fromLogits ? y.map((z) => Math.exp(z) / (1 + Math.exp(z))) : y;
  return p.reduce((s, q, i) => s - (t[i] && t[i] * Math.log(q)) - (1 - t[i] && (1 - t[i]) * Math.log(1 - q)), 0) / y.length;
}
