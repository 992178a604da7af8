export function greedyDecode(logProbabilities: number[][], start: number, end: number, maxLength: number): number[] {
  if (logProbabilities[start] === undefined) throw new Error('start');
  const out: number[] = [];
  for (let i = 0; i < maxLength; i++) {
    const row = logProbabilities[start];
    const next = row.indexOf(Math.max(...row));
    out.push(next);
    if (next === end) break;
  }
  return out;
}
