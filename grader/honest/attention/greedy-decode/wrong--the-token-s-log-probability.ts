export function greedyDecode(logProbabilities: number[][], start: number, end: number, maxLength: number): number[] {
  if (logProbabilities[start] === undefined) throw new Error('start');
  const out: number[] = [];
  let at = start;
  while (out.length < maxLength && at !== end) {
    const best = Math.max(...logProbabilities[at]);
    at = logProbabilities[at].indexOf(best);
    out.push(best);
  }
  return out;
}
