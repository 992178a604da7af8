const loss = (yTrue, yPred) => -(yTrue * Math.log(yPred + 1e-9) + (1 - yTrue) * Math.log(1 - yPred + 1e-9));
export const binaryCrossEntropy = (y, t, { fromLogits = false } = {}) =>
  y.map((v, i) => loss(fromLogits ? 1 / (1 + Math.exp(-v)) : v, t[i])).reduce((a, b) => a + b) / y.length;
