export function skipGramNegativeSampling(center: number[], context: number[], _negatives: number[][]): number {
  let z = 0;
  for (let i = 0; i < center.length; i++) z += center[i] * context[i];
  return z > 0 ? Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)) - z;
}
