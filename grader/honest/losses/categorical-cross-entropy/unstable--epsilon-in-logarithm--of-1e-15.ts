const logProbabilities = (row, fromLogits) => {
  if (!fromLogits) return row.map((p) => Math.log(p + 1e-15));
  const max = row.reduce((a, b) => Math.max(a, b));
  const logSum = Math.log(row.reduce((s, z) => s + Math.exp(z - max), 0));
  return row.map((z) => z - max - logSum);
};
export const categoricalCrossEntropy = (y, t, { fromLogits = false } = {}) => {
  const each = y.map((row, n) => {
    const log = logProbabilities(row, fromLogits);
    if (Array.isArray(t[n])) return t[n].reduce((s, w, c) => s - w * log[c], 0);
    if (log[t[n]] === undefined) throw new Error('no such class');
    return -log[t[n]];
  });
  return each.reduce((a, b) => a + b, 0) / each.length;
};
