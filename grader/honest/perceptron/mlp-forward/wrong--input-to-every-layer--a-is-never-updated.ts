const g = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) };
export const mlpForward = (x, layers) => {
  const drives = layers.map(({ w, b }) => x.map((r) => b.map((c, j) => r.reduce((s, v, i) => s + v * w[i]?.[j], c))));
  return { drives, activations: drives.map((d, l) => d.map((r) => r.map(g[layers[l].activation]))) };
};
