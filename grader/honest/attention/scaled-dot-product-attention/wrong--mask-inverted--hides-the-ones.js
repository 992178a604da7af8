const dot = (a, b) => a.reduce((s, x, i) => s + x * b[i], 0);
function softmax(z) {
  const m = Math.max(...z);
  const e = z.map((x) => Math.exp(x - m));
  const s = dot(e, e.map(() => 1));
  return e.map((x) => x / s);
}
function same(a, b, what) {
  if (a !== b) throw new Error(what + ': ' + a + ' and ' + b);
}
export function scaledDotProductAttention(q, k, v, mask) {
  same(q.length, k.length, 'batch of k');
  same(q.length, v.length, 'batch of v');
  same(q[0][0].length, k[0][0].length, 'width');
  same(k[0].length, v[0].length, 'keys');
  if (mask) {
    same(mask.length, q.length, 'batch of the mask');
    same(mask[0].length, q[0].length, 'queries of the mask');
    same(mask[0][0].length, k[0].length, 'keys of the mask');
  }
  const scale = Math.sqrt(q[0][0].length);
  return q.map((queries, n) => {
    const masked = (i, j) => mask && mask[n][i][j] === 0;
    return queries.map((query, i) => {
      const scores = k[n].map((key, j) => mask && mask[n][i][j] ? -Infinity : dot(query, key) / scale);
      const p = softmax(scores);
      if (k[n].every((_, j) => masked(i, j))) return v[n][0].map(() => 0);
      return v[n][0].map((_, c) => v[n].reduce((s, value, j) => s + p[j] * value[c], 0));
    });
  });
}
