const dot = (a: number[], b: number[]): number => a.reduce((s, x, i) => s + x * b[i], 0);
const softplus = (z: number): number => (z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)));

export function skipGramNegativeSampling(center: number[], context: number[], negatives: number[][]): number {
  let loss = softplus(-dot(context, center));
  for (const negative of negatives) loss += softplus(dot(negative, center));
  return loss;
}
