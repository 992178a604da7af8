export function greedyDecode(logProbabilities: number[][], start: number, end: number, maxLength: number): number[] {
  if (logProbabilities[start] === undefined) throw new Error('start');
  const sequence = [start];
  while (sequence.length <= maxLength) {
    const row = logProbabilities[sequence[sequence.length - 1]];
    const next = row.indexOf(Math.max(...row));
    sequence.push(next);
    if (next === end) break;
  }
  return sequence;
}
