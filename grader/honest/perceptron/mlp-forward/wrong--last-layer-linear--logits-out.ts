const g = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) };
export function mlpForward(x, layers) {
  const drives = [], activations = []; let a = x;
  layers.forEach(({ w, b, activation }, l) => {
    const f = l + 1 < layers.length ? g[activation] : g.identity;
    const z = a.map((r) => b.map((c, j) => r.reduce((s, v, i) => s + v * w[i][j], c)));
    a = z.map((r) => r.map(f)); drives.push(z); activations.push(a);
  });
  return { drives, activations };
}
