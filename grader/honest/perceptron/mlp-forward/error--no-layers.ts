const g = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) };
export function mlpForward(x, layers) {
  const drives = [], activations = []; let a = x, l = 0;
  do { const { w, b, activation } = layers[l]; const d = a.map((r) => b.map((c, j) => r.reduce((s, v, i) => s + v * w[i][j], c))); a = d.map((r) => r.map(g[activation])); drives.push(d); activations.push(a); } while (++l < layers.length);
  return { drives, activations };
}
