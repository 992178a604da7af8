const shape = (x) => (Array.isArray(x) ? [x.length, ...shape(x[0])] : []);
const get = (x, index) => index.reduce((part, i) => part[i], x);
const build = (dims, f, index = []) =>
  index.length === dims.length ? f(index) : Array.from({ length: dims[index.length] }, (_, i) => build(dims, f, [...index, i]));

export function transpose(x, perm) {
  const dims = shape(x);
  if (perm) {
    const order = perm.map((a) => (a < 0 ? a + dims.length : a));
    if (order.length !== dims.length || dims.some((_, k) => !order.includes(k))) throw new Error('perm');
  }
  return build([...dims].reverse(), (index) => get(x, [...index].reverse()));
}
