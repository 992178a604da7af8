export function perplexity(logProbabilities) {
  let sum = 0;
  logProbabilities.forEach((lp) => (sum += lp));
  return Math.exp(sum / logProbabilities.length);
}
