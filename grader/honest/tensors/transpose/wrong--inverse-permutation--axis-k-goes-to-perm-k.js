const shape = (x) => (Array.isArray(x) ? [x.length, ...shape(x[0])] : []);
const get = (x, index) => index.reduce((part, i) => part[i], x);
const build = (dims, f, index = []) =>
  index.length === dims.length ? f(index) : Array.from({ length: dims[index.length] }, (_, i) => build(dims, f, [...index, i]));

export function transpose(x, perm) {
  const dims = shape(x);
  const order = (perm ?? dims.map((_, k) => dims.length - 1 - k)).map((a) => (a < 0 ? a + dims.length : a));
  if (order.length !== dims.length || dims.some((_, k) => !order.includes(k))) throw new Error('no permutation');
  const out = [];
  order.forEach((a, k) => (out[a] = dims[k]));
  return build(out, (index) => get(x, order.map((a) => index[a])));
}
