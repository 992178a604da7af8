const sig = (z) => 1 / (1 + Math.exp(-z));
export function backprop(x, t, layers) {
  const N = x.length, L = layers.length;
  const grads = layers.map(({ w, b }) => ({ w: w.map((r) => r.map(() => 0)), b: b.map(() => 0) }));
  for (let n = 0; n < N; n++) {
    const z = [x[n]];
    let a = x[n];
    for (const { w, b } of layers) {
      const out = [];
      for (let j = 0; j < b.length; j++) {
        let s = b[j];
        for (let i = 0; i < a.length; i++) s += a[i] * w[i][j];
        out.push(s);
      }
      z.push(out);
      a = out.map(sig);
    }
    let delta = a.map((y, j) => (y - t[n][j]) * y * (1 - y));
    for (let l = L - 1; l >= 0; l--) {
      for (let j = 0; j < delta.length; j++) {
        grads[l].b[j] += delta[j] / N;
        for (let i = 0; i < z[l].length; i++) grads[l].w[i][j] += (z[l][i] * delta[j]) / N;
      }
      const { w } = layers[l];
      delta = z[l].map((v, i) => w[i].reduce((s, wij, j) => s + wij * delta[j], 0) * sig(v) * (1 - sig(v)));
    }
  }
  return grads;
}
