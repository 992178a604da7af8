export function perplexity(logProbabilities: number[]): number {
  const total = logProbabilities.reduce((sum, lp) => sum + Math.exp(lp), 0);
  return logProbabilities.length / total;
}
