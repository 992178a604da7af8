export function add(a, b) {
  if (!Array.isArray(a) && !Array.isArray(b)) return a + b;
  if (!Array.isArray(a)) return b.map((x) => add(a, x));
  if (!Array.isArray(b)) return a.map((x) => add(x, b));
  const n = Math.max(a.length, b.length);
  if (a.length !== b.length && a.length !== 1 && b.length !== 1) throw new Error('shapes');
  return Array.from({ length: n }, (_, i) => add(a.length === 1 ? a[0] : a[i], b.length === 1 ? b[0] : b[i]));
}
