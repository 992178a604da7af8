const s = (z) => 1 / (1 + Math.exp(-z));

const mm = (a, b) => a.map((r) => b[0].map((_, j) => r.reduce((q, v, k) => q + v * b[k][j], 0)));
const T = (m) => m[0].map((_, j) => m.map((r) => r[j]));
function pass(a, t, [layer, ...rest], n) {
  if (!layer) return { grads: [], da: a.map((r, k) => r.map((y, j) => (y - t[k][j]) / n)) };
  const y = mm(a, layer.w).map((r) => r.map((z, j) => s(z + layer.b[j])));
  const { grads, da } = pass(y, t, rest, n);
  const delta = da.map((r, k) => r.map((v, j) => v * y[k][j] * (1 - y[k][j])));
  return { grads: [{ w: mm(T(a), delta), b: T(delta).map((c) => c.reduce((p, q) => p + q)) }, ...grads], da: mm(delta, T(layer.w)) };
}
export const backprop = (x, t, layers) => pass(x, t, layers, x.length).grads;
