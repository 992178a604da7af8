const softmax = (row: number[]) => {
  const m = Math.max(...row);
  const e = row.map((z) => Math.exp(z - m));
  const s = e.reduce((a, b) => a + b, 0);
  return e.map((v) => v / s);
};
const logSoftmax = (row: number[]) => softmax(row).map(Math.log);

export function categoricalCrossEntropy(y: number[][], t: any[], { fromLogits = false } = {}): number {
  let total = 0;
  y.forEach((row, n) => {
    const log = fromLogits ? logSoftmax(softmax(row)) : row.map(Math.log);
    if (typeof t[n] === 'number') {
      if (!(t[n] in row)) throw new RangeError('class');
      total -= log[t[n]];
    } else t[n].forEach((p: number, c: number) => (total -= p * log[c]));
  });
  return total / y.length;
}
