const rank = (t) => (Array.isArray(t) ? 1 + rank(t[0]) : 0);
export function multiply(a, b) {
  const [m, n] = [rank(a), rank(b)];
  if (m > n) return a.map((u) => multiply(u, b));
  if (n > m) return b.map((v) => multiply(a, v));
  if (m === 0) return a * b;
  if (a.length !== b.length && a.length !== 1 && b.length !== 1) throw new Error('shapes');
  return a.map((u, i) => multiply(u, b.length === 1 ? b[0] : b[i]));
}
