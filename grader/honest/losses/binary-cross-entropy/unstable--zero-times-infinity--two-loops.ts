function fromProbabilities(y: number[], t: number[]): number {
  let positive = 0;
  for (let i = 0; i < y.length; i++) positive += t[i] * Math.log(y[i]);
  let negative = 0;
  for (let i = 0; i < y.length; i++) negative += (1 - t[i]) * Math.log(1 - y[i]);
  return -(positive + negative) / y.length;
}

export function binaryCrossEntropy(y: number[], t: number[], { fromLogits = false } = {}): number {
  if (!fromLogits) return fromProbabilities(y, t);
  const softplus = (z: number) => (z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)));
  return y.reduce((s, z, i) => s + softplus(z) - t[i] * z, 0) / y.length;
}
