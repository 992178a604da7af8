const f = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) };
const matmul = (a, b) => a.map((r) => b[0].map((_, j) => r.reduce((s, v, k) => s + v * b[k][j], 0)));
export const denseLayer = (x, w, b, a = 'identity') => {
  if (x[0].length !== w.length || w[0].length !== b.length) throw new Error('shapes');
  return matmul(x, w).map((r) => r.map((z, j) => f[a](z) + b[j]));
};
