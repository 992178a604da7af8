export function skipGramNegativeSampling(center: number[], context: number[], negatives: number[][]): number {
  const dot = (v: number[]) => v.reduce((s, x, i) => s + x * center[i], 0);
  let loss = Math.log1p(Math.exp(-dot(context)));
  for (let k = 0; k < negatives.length; k++) loss += Math.log1p(Math.exp(dot(negatives[k])));
  return loss;
}
