const s = (z) => 1 / (1 + Math.exp(-z));

export function backprop(x, t, layers) {
  
  const acts = [x];
  for (const { w, b } of layers) acts.push(acts.at(-1).map((r) => b.map((c, j) => s(w.reduce((q, row, i) => q + row[j] * r[i], c)))));
  let delta = acts.at(-1).map((r, n) => r.map((y, j) => (y - t[n][j]) * (y * (1 - y))));
  const out = [];
  for (let l = layers.length - 1; l >= 0; l--) {
    const input = acts[l], d = delta, last = l === layers.length - 1;
    out.unshift({
      w: layers[l].w.map((r, i) => r.map((_, j) => d.reduce((q, e, n) => q + e[j] * input[n][i], 0) * (-1))),
      b: layers[l].b.map((_, j) => d.reduce((q, e) => q + e[j], 0) * (-1)),
    });
    delta = input.map((r, n) => r.map((a, i) => d[n].reduce((q, e, j) => q + e * layers[l].w[i][j], 0) * (a * (1 - a))));
  }
  return out;
}
