const sigmoid = (z) => 1 / (1 + Math.exp(-z));
const dot = (u, v) => u.reduce((s, x, i) => s + x * v[i], 0);

export function skipGramNegativeSampling(center, context, negatives) {
  let loss = -Math.log(sigmoid(dot(center, context)) + 1e-10);
  for (const n of negatives) loss -= Math.log(sigmoid(-dot(center, n)) + 1e-10);
  return loss;
}
