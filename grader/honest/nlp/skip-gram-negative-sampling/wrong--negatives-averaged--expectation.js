const softplus = (z) => Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z)));

export function skipGramNegativeSampling(center, context, negatives) {
  const dot = (v) => v.reduce((s, x, i) => s + x * center[i], 0);
  let expectation = 0;
  for (const n of negatives) expectation += softplus(dot(n)) / negatives.length;
  return softplus(-dot(context)) + expectation;
}
