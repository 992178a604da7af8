const T = (m) => m[0].map((_, j) => m.map((r) => r[j]));
const rank = (t) => (Array.isArray(t) ? 1 + rank(t[0]) : 0);
const dot = (u, v) => {
  if (u[0].length !== v.length) throw new Error('inner');
  return u.map((r) => v[0].map((_, j) => r.reduce((s, x, k) => s + x * v[k][j], 0)));
};
const over = (p, q, f) => {
  const [m, n] = [rank(p), rank(q)];
  if (m === 2 && n === 2) return f(p, q);
  if (m > n) return p.map((s) => over(s, q, f));
  if (n > m) return q.map((s) => over(p, s, f));
  if (p.length !== q.length && p.length !== 1 && q.length !== 1) throw new Error('batch');
  return Array.from({ length: Math.max(p.length, q.length) }, (_, i) => over(p[i % p.length], q[i % q.length], f));
};
export const matmul = (a, b, { transposeB = false } = {}) => over(a, b, (p, q) => dot(p, transposeB ? T(q) : q));
