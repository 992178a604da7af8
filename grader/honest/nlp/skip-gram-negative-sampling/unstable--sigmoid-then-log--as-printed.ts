const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const dot = (a: number[], b: number[]) => a.map((x, i) => x * b[i]).reduce((s, x) => s + x, 0);

export function skipGramNegativeSampling(center: number[], context: number[], negatives: number[][]): number {
  const positive = -Math.log(sigmoid(dot(context, center)));
  const rest = negatives.map((n) => -Math.log(sigmoid(-dot(n, center))));
  return positive + rest.reduce((s, x) => s + x, 0);
}
