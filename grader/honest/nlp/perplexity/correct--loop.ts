export function perplexity(logProbabilities: number[]): number {
  let nll = 0;
  for (const lp of logProbabilities) nll -= lp;
  return Math.exp(nll / logProbabilities.length);
}
