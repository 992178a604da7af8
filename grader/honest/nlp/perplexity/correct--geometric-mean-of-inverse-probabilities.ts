export const perplexity = (logProbabilities: number[]): number => {
  const n = logProbabilities.length;
  return logProbabilities.map((lp) => Math.exp(-lp / n)).reduce((product, factor) => product * factor, 1);
};
