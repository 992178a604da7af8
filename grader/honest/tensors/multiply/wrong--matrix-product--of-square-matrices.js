const rank = (t) => (Array.isArray(t) ? 1 + rank(t[0]) : 0);
export function multiply(a, b) {
  const [m, n] = [rank(a), rank(b)];
  if (m === 2 && n === 2 && a.length === a[0].length && b.length === a.length && b[0].length === a.length)
    return a.map((row) => b[0].map((_, j) => row.reduce((s, v, k) => s + v * b[k][j], 0)));
  if (m > n) return a.map((u) => multiply(u, b));
  if (n > m) return b.map((v) => multiply(a, v));
  if (m === 0) return a * b;
  if (a.length !== b.length && a.length !== 1 && b.length !== 1) throw new Error('shapes');
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => multiply(a[i % a.length], b[i % b.length]));
}
