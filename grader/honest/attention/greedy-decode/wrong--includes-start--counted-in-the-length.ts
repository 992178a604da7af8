export function greedyDecode(logProbabilities: number[][], start: number, end: number, maxLength: number): number[] {
  if (logProbabilities[start] === undefined) throw new Error('start');
  const sequence = [start];
  while (sequence.length < maxLength && sequence[sequence.length - 1] !== end) {
    const row = logProbabilities[sequence[sequence.length - 1]];
    sequence.push(row.indexOf(Math.max(...row)));
  }
  return sequence;
}
