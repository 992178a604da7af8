export function greedyDecode(logProbabilities: number[][], start: number, end: number, maxLength: number): number[] {
  if (!logProbabilities[start]) throw new Error('unknown start token');
  const result: number[] = [];
  let current = start;
  for (let i = 0; i < maxLength; i++) {
    let best = 0;
    logProbabilities[current].forEach((p, token) => {
      if (p > logProbabilities[current][best]) best = token;
    });
    if (best === end) break;
    result.push(best);
    current = best;
  }
  return result;
}
