export function perplexity(logProbabilities: number[]): number {
  const seen = logProbabilities.filter((lp) => lp !== -Infinity);
  return Math.exp(-seen.reduce((a, b) => a + b, 0) / logProbabilities.length);
}
