const act = { sigmoid: (z) => Math.exp(z) / (Math.exp(z) + 1), tanh: (z) => 2 / (1 + Math.exp(-2 * z)) - 1, relu: (z) => Math.max(z, 0) };
export const denseLayer = (x, w, b, activation) => {
  if (x[0].length !== w.length || w[0].length !== b.length) throw new Error('shapes');
  const aug = [...w, b];
  const f = act[activation] ?? ((z) => z);
  return x.map((row) => [...row, 1]).map((row) => b.map((_, j) => f(row.reduce((s, v, i) => s + v * aug[i][j], 0))));
};
