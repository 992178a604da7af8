const rank = (t) => (Array.isArray(t) ? 1 + rank(t[0]) : 0);
export function divide(a, b) {
  const [m, n] = [rank(a), rank(b)];
  if (m > n) return a.map((u) => divide(u, b));
  if (n > m) return b.map((v) => divide(a, v));
  if (m === 0) return Math.round(a / b);
  if (a.length !== b.length && a.length > 1 && b.length > 1) throw new Error('shapes');
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => divide(a[i % a.length], b[i % b.length]));
}
