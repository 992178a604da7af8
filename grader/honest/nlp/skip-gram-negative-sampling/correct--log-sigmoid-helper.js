function logSigmoid(z) {
  return Math.min(z, 0) - Math.log(1 + Math.exp(-Math.abs(z)));
}

export function skipGramNegativeSampling(center, context, negatives) {
  const score = (v) => {
    let s = 0;
    for (let i = 0; i < v.length; i++) s += v[i] * center[i];
    return s;
  };
  const labelled = [[context, 1], ...negatives.map((n) => [n, -1])];
  return -labelled.map(([v, sign]) => logSigmoid(sign * score(v))).reduce((a, b) => a + b, 0);
}
