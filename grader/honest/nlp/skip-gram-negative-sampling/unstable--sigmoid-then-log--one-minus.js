export function skipGramNegativeSampling(center, context, negatives) {
  const p = (v) => 1 / (1 + Math.exp(-v.reduce((s, x, i) => s + x * center[i], 0)));
  let loss = -Math.log(p(context));
  for (const v of negatives) loss -= Math.log(1 - p(v));
  return loss;
}
