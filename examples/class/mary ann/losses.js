import { maximum } from './helpers';

export function softmax(logits) {
  return logits.map((row) => {
    const m = maximum(row);
    const weights = row.map((z) => Math.exp(z - m));
    const total = weights.reduce((a, b) => a + b, 0);
    return weights.map((w) => w / total);
  });
}

export function categoricalCrossEntropy(y, t, options = {}) {
  const { fromLogits = false } = options;
  let sum = 0;
  y.forEach((row, n) => {
    const m = maximum(row);
    const log = fromLogits
      ? (k) => row[k] - m - Math.log(row.reduce((acc, z) => acc + Math.exp(z - m), 0))
      : (k) => Math.log(row[k]);
    if (Array.isArray(t[n])) {
      t[n].forEach((probability, k) => {
        if (probability !== 0) sum -= probability * log(k);
      });
    } else if (t[n] in row) {
      sum -= log(t[n]);
    } else {
      throw new RangeError(`no class ${t[n]}`);
    }
  });
  return sum / y.length;
}
