export function greedyDecode(logProbabilities: number[][], start: number, end: number, maxLength: number): number[] {
  if (logProbabilities[start] === undefined) throw new Error('start');
  const out: number[] = [];
  let at = start;
  for (let length = 1; length < maxLength; length++) {
    at = logProbabilities[at].indexOf(Math.max(...logProbabilities[at]));
    out.push(at);
    if (at === end) break;
  }
  return out;
}
