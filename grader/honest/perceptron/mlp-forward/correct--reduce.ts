const g = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) };
export const mlpForward = (x, layers) => layers.reduce(({ drives, activations }, { w, b, activation }) => {
  const d = (activations.at(-1) ?? x).map((r) => b.map((c, j) => w.reduce((s, row, i) => s + row[j] * r[i], 0) + c));
  return { drives: [...drives, d], activations: [...activations, d.map((r) => r.map(g[activation]))] };
}, { drives: [], activations: [] });
