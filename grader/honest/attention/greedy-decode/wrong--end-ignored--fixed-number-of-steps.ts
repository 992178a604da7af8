export function greedyDecode(logProbabilities: number[][], start: number, end: number, maxLength: number): number[] {
  if (logProbabilities[start] === undefined) throw new Error('start');
  let at = start;
  return Array.from({ length: maxLength }, () => (at = logProbabilities[at].indexOf(Math.max(...logProbabilities[at]))));
}
