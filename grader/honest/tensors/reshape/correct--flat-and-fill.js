export function reshape(x, shape) {
  const flat = [x].flat(Infinity);
  const open = shape.filter((n) => n === -1).length;
  if (open > 1) throw new Error('more than one -1');
  const known = shape.reduce((p, n) => (n === -1 ? p : p * n), 1);
  const full = shape.map((n) => (n === -1 ? flat.length / known : n));
  if (full.reduce((p, n) => p * n, 1) !== flat.length || full.some((n) => !Number.isInteger(n)))
    throw new Error('sizes differ');
  let at = 0;
  const fill = (depth) => (depth === full.length ? flat[at++] : Array.from({ length: full[depth] }, () => fill(depth + 1)));
  return fill(0);
}
