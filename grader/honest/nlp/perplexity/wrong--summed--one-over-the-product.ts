export function perplexity(logProbabilities: number[]): number {
  return 1 / logProbabilities.map(Math.exp).reduce((a, b) => a * b, 1);
}
