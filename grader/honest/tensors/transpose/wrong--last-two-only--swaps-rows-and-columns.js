const shape = (x) => (Array.isArray(x) ? [x.length, ...shape(x[0])] : []);
const get = (x, index) => index.reduce((part, i) => part[i], x);
const build = (dims, f, index = []) =>
  index.length === dims.length ? f(index) : Array.from({ length: dims[index.length] }, (_, i) => build(dims, f, [...index, i]));

export function transpose(x, perm) {
  const dims = shape(x);
  const n = dims.length;
  let order = perm;
  if (!order) {
    order = dims.map((_, k) => k);
    if (n > 1) [order[n - 1], order[n - 2]] = [n - 2, n - 1];
  }
  order = order.map((a) => (a < 0 ? a + n : a));
  if (order.length !== n || dims.some((_, k) => !order.includes(k))) throw new Error('perm');
  return build(order.map((a) => dims[a]), (index) => get(x, dims.map((_, a) => index[order.indexOf(a)])));
}
