export const denseLayer = (x, w, b) => {
  if (x[0].length !== w.length || w[0].length !== b.length) throw new Error('shapes');
  return x.map((r) => b.map((c, j) => c + r.reduce((s, v, i) => s + w[i][j] * v, 0)));
};
