const shape = (x) => (Array.isArray(x) ? [x.length, ...shape(x[0])] : []);

export function stack(tensors, axis = 0) {
  const first = shape(tensors[0]);
  if (tensors.some((t) => String(shape(t)) !== String(first))) throw new Error('shapes differ');
  const place = axis < 0 ? Math.max(0, axis + first.length) : axis;
  const go = (parts, depth) => (depth === 0 ? [...parts] : parts[0].map((_, i) => go(parts.map((p) => p[i]), depth - 1)));
  return go(tensors, place);
}
