const T = (m) => m[0].map((_, j) => m.map((r) => r[j]));
const mul = (a, b) => a.map((r) => T(b).map((c) => r.reduce((s, x, i) => s + x * c[i], 0)));
const softmax = (z) => {
  const e = z.map((x) => Math.exp(x - Math.max(...z)));
  const s = e.reduce((a, b) => a + b);
  return e.map((x) => x / s);
};
export function scaledDotProductAttention(q, k, v, mask) {
  return q.map((queries, n) => {
    const scores = mul(queries, T(k[n])).map((r, i) =>
      r.map((s, j) => (mask && !mask[n][i][j] ? -1e9 : s / Math.sqrt(queries[0].length))),
    );
    return mul(T(T(scores).map(softmax)), v[n]);
  });
}
