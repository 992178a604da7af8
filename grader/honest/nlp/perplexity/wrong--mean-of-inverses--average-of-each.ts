export function perplexity(logProbabilities: number[]): number {
  const each = logProbabilities.map((lp) => 1 / Math.exp(lp));
  return each.reduce((a, b) => a + b, 0) / each.length;
}
