const shape = (x) => (Array.isArray(x) ? [x.length, ...shape(x[0])] : []);

export function concat(tensors, axis = 0) {
  const shapes = tensors.map(shape);
  const rank = shapes[0].length;
  const along = axis < 0 ? axis + rank : axis;
  for (const s of shapes) {
    if (s.length !== rank) throw new Error('ranks differ');
    if (s.some((n, k) => k !== along && n !== shapes[0][k])) throw new Error('shapes differ');
  }
  const join = (parts, depth) => (depth === 0 ? [].concat(...parts) : parts[0].map((_, i) => join(parts.map((p) => p[i]), depth - 1)));
  return join(tensors, along);
}
