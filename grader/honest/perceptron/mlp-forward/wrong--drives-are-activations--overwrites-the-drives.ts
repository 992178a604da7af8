const g = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) };
export function mlpForward(x, layers) {
  const drives = [], activations = []; let a = x;
  for (const { w, b, activation } of layers) {
    const z = a.map((r) => Float64Array.from(b, (c, j) => r.reduce((s, v, i) => s + v * w[i][j], c)));
    for (const row of z) row.forEach((v, k) => { row[k] = g[activation](v); });
    a = z; drives.push(z); activations.push(z);
  }
  return { drives, activations };
}
