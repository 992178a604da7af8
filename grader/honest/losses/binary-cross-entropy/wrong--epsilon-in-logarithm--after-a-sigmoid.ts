const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const mean = (v: number[]) => v.reduce((a, b) => a + b, 0) / v.length;

export const binaryCrossEntropy = (y: number[], t: number[], { fromLogits = false } = {}) => {
  const eps = 1e-8;
  const p = fromLogits ? y.map(sigmoid) : y;
  return -mean(p.map((q, i) => t[i] * Math.log(q + eps) + (1 - t[i]) * Math.log(1 - q + eps)));
};
