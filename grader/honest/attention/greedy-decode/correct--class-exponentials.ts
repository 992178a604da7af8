class Decoder {
  private readonly table: number[][];
  constructor(logProbabilities: number[][]) {
    this.table = logProbabilities.map((row) => row.map((lp) => Math.exp(lp)));
  }
  next(token: number): number {
    const row = this.table[token];
    return row.reduce((best, p, i) => (p > row[best] ? i : best), 0);
  }
  *tokens(start: number, end: number) {
    let t = start;
    do {
      t = this.next(t);
      yield t;
    } while (t !== end);
  }
}

export function greedyDecode(logProbabilities: number[][], start: number, end: number, maxLength: number) {
  if (!(start in logProbabilities)) throw new Error('start');
  const found: number[] = [];
  for (const token of new Decoder(logProbabilities).tokens(start, end)) {
    found.push(token);
    if (found.length >= maxLength) break;
  }
  return found;
}
