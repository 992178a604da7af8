// neither an axis of 1 nor a missing one is repeated
export function multiply(a, b) {
  if (!Array.isArray(a) && !Array.isArray(b)) return a * b;
  if (!Array.isArray(b)) return a.map((x) => multiply(x, b));
  if (!Array.isArray(a)) return b.map((x) => multiply(a, x));
  if (a.length !== b.length) throw new Error('lengths');
  return a.map((x, i) => multiply(x, b[i]));
}
