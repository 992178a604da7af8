const EPS = 1e-15;

export function binaryCrossEntropy(yPred, yTrue, options = {}) {
  const { fromLogits = false } = options;
  let total = 0;
  for (let i = 0; i < yPred.length; i++) {
    const t = yTrue[i];
    if (fromLogits) {
      const z = yPred[i];
      total += Math.max(z, 0) - z * t + Math.log(1 + Math.exp(-Math.abs(z)));
    } else {
      const p = yPred[i];
      total += -(t * Math.log(p + EPS) + (1 - t) * Math.log(1 - p + EPS));
    }
  }
  return total / yPred.length;
}
