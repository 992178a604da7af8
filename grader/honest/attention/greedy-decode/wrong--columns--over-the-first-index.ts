export function greedyDecode(logProbabilities: number[][], start: number, end: number, maxLength: number): number[] {
  if (logProbabilities[start] === undefined) throw new Error('start');
  const out: number[] = [];
  let at = start;
  while (out.length < maxLength && at !== end) {
    const column = logProbabilities.map((row) => row[at]);
    at = column.indexOf(Math.max(...column));
    out.push(at);
  }
  return out;
}
