function softmax(row: number[]): number[] {
  const max = Math.max(...row);
  const exps = row.map((z) => Math.exp(z - max));
  const total = exps.reduce((a, b) => a + b, 0);
  return exps.map((e) => e / total);
}

function oneHot(index: number, classes: number): number[] {
  if (!Number.isInteger(index) || index < 0 || index >= classes) throw new RangeError(`no class ${index}`);
  return Array.from({ length: classes }, (_, c) => (c === index ? 1 : 0));
}

export function categoricalCrossEntropy(y: number[][], t: any, { fromLogits = false } = {}): number {
  const eps = 1e-12;
  let loss = 0;
  for (let n = 0; n < y.length; n++) {
    const p = fromLogits ? softmax(y[n]) : y[n];
    const target = typeof t[n] === 'number' ? oneHot(t[n], p.length) : t[n];
    for (let c = 0; c < p.length; c++) loss -= target[c] * Math.log(p[c] + eps);
  }
  return loss / y.length;
}
