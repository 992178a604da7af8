const shape = (x) => (Array.isArray(x) ? [x.length, ...shape(x[0])] : []);

export function stack(tensors, axis = 0) {
  const first = String(shape(tensors[0]));
  if (tensors.some((t) => String(shape(t)) !== first)) throw new Error('shapes differ');
  return tensors.map((t) => t);
}
