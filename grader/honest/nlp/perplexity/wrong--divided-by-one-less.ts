export function perplexity(logProbabilities: number[]): number {
  const n = logProbabilities.length;
  return Math.exp(-logProbabilities.reduce((a, b) => a + b, 0) / (n - 1 || 1));
}
