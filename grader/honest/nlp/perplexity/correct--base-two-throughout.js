const bits = (nats) => nats / Math.LN2;
export function perplexity(logProbabilities) {
  const entropy = logProbabilities.reduce((sum, lp) => sum - bits(lp), 0) / logProbabilities.length;
  return Math.pow(2, entropy);
}
