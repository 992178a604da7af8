const transpose = (m) => m[0].map((_, j) => m.map((row) => row[j]));
const matmul = (a, b) => a.map((row) => transpose(b).map((col) => row.reduce((s, x, i) => s + x * col[i], 0)));
const check = (ok, text) => {
  if (!ok) throw new RangeError(text);
};

function softmaxRow(scores, keep) {
  const kept = scores.filter((_, j) => keep[j]);
  if (kept.length === 0) return scores.map(() => 0);
  const max = kept.reduce((a, b) => (a > b ? a : b));
  const e = scores.map((s, j) => (keep[j] ? Math.exp(s - max) : 0));
  const sum = e.reduce((a, b) => a + b);
  return e.map((x) => x / sum);
}

export const scaledDotProductAttention = (q, k, v, mask) => {
  check(q.length === k.length && k.length === v.length, 'batch');
  check(k[0].length === v[0].length, 'keys and values');
  check(q[0][0].length === k[0][0].length, 'd');
  if (mask !== undefined) {
    check(mask.length === q.length && mask[0].length === q[0].length && mask[0][0].length === k[0].length, 'mask');
  }
  return q.map((queries, n) => {
    const d = queries[0].length;
    const scaled = queries.map((row) => row.map((x) => x / Math.sqrt(d)));
    const scores = matmul(scaled, transpose(k[n]));
    const weights = scores.map((row, i) => softmaxRow(row, mask ? mask[n][i] : row.map(() => 1)));
    return matmul(weights, v[n]);
  });
};
