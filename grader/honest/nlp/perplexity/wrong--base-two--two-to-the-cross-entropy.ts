export function perplexity(logProbabilities: number[]): number {
  const crossEntropy = -logProbabilities.reduce((a, b) => a + b) / logProbabilities.length;
  return Math.pow(2, crossEntropy);
}
