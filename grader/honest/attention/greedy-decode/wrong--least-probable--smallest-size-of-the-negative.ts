export function greedyDecode(logProbabilities: number[][], start: number, end: number, maxLength: number): number[] {
  if (logProbabilities[start] === undefined) throw new Error('start');
  const out: number[] = [];
  let at = start;
  while (out.length < maxLength) {
    const sizes = logProbabilities[at].map(Math.abs);
    at = sizes.indexOf(Math.max(...sizes));
    out.push(at);
    if (at === end) break;
  }
  return out;
}
