function* losses(y: number[][], t: (number | number[])[], fromLogits: boolean): Generator<number> {
  for (const [n, row] of y.entries()) {
    const top = fromLogits ? row.toSorted((a, b) => b - a)[0] : 0;
    const norm = fromLogits ? row.map((z) => Math.exp(z - top)).reduce((a, b) => a + b) : 1;
    const nll = (c: number) => (fromLogits ? Math.log(norm) - (row[c] - top) : -Math.log(row[c]));
    const target = t[n];
    if (typeof target !== 'number') { let s = 0; for (let c = 0; c < row.length; c++) if (target[c] > 0) s += target[c] * nll(c); yield s; }
    else if (row[target] === undefined) throw new Error('class index ' + target);
    else yield nll(target);
  }
}
export function categoricalCrossEntropy(y: number[][], t: number[] | number[][], { fromLogits = false }: { fromLogits?: boolean } = {}): number {
  const all = [...losses(y, t, fromLogits)];
  return all.reduce((a, b) => a + b) / all.length;
}
