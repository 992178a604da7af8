export function backprop(x, t, layers) {
  const f = (z) => 1 / (1 + Math.exp(-z));
  const grads = layers.map(({ w, b }) => ({ w: w.map((r) => r.map(() => 0)), b: b.map(() => 0) }));
  x.forEach((sample, n) => {
    const outs = [sample];
    for (const { w, b } of layers) {
      const before = outs.at(-1);
      outs.push(b.map((bias, j) => f(before.reduce((z, v, i) => z + v * w[i][j], bias))));
    }
    let err = outs.at(-1).map((o, k) => o - t[n][k]);
    for (let l = layers.length - 1; l >= 0; l--) {
      const out = outs[l + 1];
      err.forEach((e, k) => {
        const step = (e * out[k] * (1 - out[k])) / x.length;
        grads[l].b[k] += step;
        outs[l].forEach((v, i) => { grads[l].w[i][k] += step * v; });
      });
      err = outs[l].map((_, i) => err.reduce((s, e, k) => s + e * layers[l].w[i][k], 0));
    }
  });
  return grads;
}
