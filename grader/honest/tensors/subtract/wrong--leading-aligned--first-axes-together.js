export function subtract(a, b) {
  if (!Array.isArray(a) && !Array.isArray(b)) return a - b;
  if (!Array.isArray(a)) return b.map((x) => subtract(a, x));
  if (!Array.isArray(b)) return a.map((x) => subtract(x, b));
  const n = Math.max(a.length, b.length);
  if (a.length !== b.length && a.length !== 1 && b.length !== 1) throw new Error('shapes');
  return Array.from({ length: n }, (_, i) => subtract(a.length === 1 ? a[0] : a[i], b.length === 1 ? b[0] : b[i]));
}
