const s = (z) => 1 / (1 + Math.exp(-z));
export const denseLayer = (x, w, b, a = 'identity') => {
  if (x[0].length !== w.length || w[0].length !== b.length) throw new Error('shapes');
  const f = a === 'relu' ? (z) => Math.max(0, z) : a === 'identity' ? (z) => z : s;
  return x.map((r) => b.map((c, j) => f(r.reduce((t, v, i) => t + v * w[i][j], c))));
};
