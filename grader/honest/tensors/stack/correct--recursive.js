const shape = (x) => (Array.isArray(x) ? [x.length, ...shape(x[0])] : []);

export function stack(tensors, axis = 0) {
  const first = shape(tensors[0]);
  for (const t of tensors) if (JSON.stringify(shape(t)) !== JSON.stringify(first)) throw new Error('shapes differ');
  const place = axis < 0 ? axis + first.length + 1 : axis;
  const go = (parts, depth) => (depth === 0 ? [...parts] : parts[0].map((_, i) => go(parts.map((p) => p[i]), depth - 1)));
  return go(tensors, place);
}
