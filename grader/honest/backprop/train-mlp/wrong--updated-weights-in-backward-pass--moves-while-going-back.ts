const s = (z) => 1 / (1 + Math.exp(-z));

export function trainMlp(x, t, layers, { learningRate, steps }) {
  const net = structuredClone(layers), N = x.length;
  for (let k = 0; k < steps; k++) {
    const a = [x];
    for (const { w, b } of net) a.push(a.at(-1).map((r) => b.map((c, j) => s(r.reduce((q, v, i) => q + v * w[i][j], c)))));
    let e = a.at(-1).map((r, n) => r.map((y, j) => (y - t[n][j]) / N));
    for (let l = net.length - 1; l >= 0; l--) {
      const d = e.map((r, n) => r.map((v, j) => v * a[l + 1][n][j] * (1 - a[l + 1][n][j])));
      for (let n = 0; n < N; n++) d[n].forEach((v, j) => { net[l].b[j] -= learningRate * v; a[l][n].forEach((u, i) => { net[l].w[i][j] -= learningRate * u * v; }); });
      e = a[l].map((r, n) => r.map((_, i) => d[n].reduce((q, v, j) => q + v * net[l].w[i][j], 0)));
    }
  }
  return net;
}
