const shape = (x) => (Array.isArray(x) ? [x.length, ...shape(x[0])] : []);

export function concat(tensors, axis = 0) {
  const shapes = tensors.map(shape);
  const along = axis < 0 ? axis + shapes[0].length : axis;
  for (const s of shapes) if (s.length !== shapes[0].length || s.some((n, k) => k !== along && n !== shapes[0][k])) throw new Error('shapes');
  const join = (parts, depth) => {
    if (depth > 0) return parts[0].map((_, i) => join(parts.map((p) => p[i]), depth - 1));
    const out = [];
    for (const part of parts) out.unshift(...part);
    return out;
  };
  return join(tensors, along);
}
