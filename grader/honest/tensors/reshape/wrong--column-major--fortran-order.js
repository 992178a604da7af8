const shapeOf = (x) => (Array.isArray(x) ? [x.length, ...shapeOf(x[0])] : []);
const get = (x, index) => index.reduce((part, i) => part[i], x);

// the first index runs fastest, as in MATLAB
function* indices(shape) {
  const n = shape.reduce((a, b) => a * b, 1);
  for (let k = 0; k < n; k++) {
    let rest = k;
    yield shape.map((length) => {
      const i = rest % length;
      rest = Math.floor(rest / length);
      return i;
    });
  }
}

export function reshape(x, shape) {
  const own = shapeOf(x);
  const size = own.reduce((a, b) => a * b, 1);
  if (shape.filter((n) => n === -1).length > 1) throw new Error('two -1');
  const known = shape.reduce((p, n) => (n === -1 ? p : p * n), 1);
  const full = shape.map((n) => (n === -1 ? size / known : n));
  if (full.reduce((a, b) => a * b, 1) !== size) throw new Error('size');
  const values = [...indices(own)].map((index) => get(x, index));
  const empty = (depth) => (depth === full.length ? 0 : Array.from({ length: full[depth] }, () => empty(depth + 1)));
  if (full.length === 0) return values[0];
  const out = empty(0);
  let k = 0;
  for (const index of indices(full)) get(out, index.slice(0, -1))[index.at(-1)] = values[k++];
  return out;
}
