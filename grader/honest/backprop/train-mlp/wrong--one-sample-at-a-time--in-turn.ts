const s = (z) => 1 / (1 + Math.exp(-z));

function gradients(x, t, layers) {
  
  const acts = [x];
  for (const { w, b } of layers) acts.push(acts.at(-1).map((r) => b.map((c, j) => s(w.reduce((q, row, i) => q + row[j] * r[i], c)))));
  let delta = acts.at(-1).map((r, n) => r.map((y, j) => (y - t[n][j]) * (y * (1 - y))));
  const out = [];
  for (let l = layers.length - 1; l >= 0; l--) {
    const input = acts[l], d = delta, last = l === layers.length - 1;
    out.unshift({
      w: layers[l].w.map((r, i) => r.map((_, j) => d.reduce((q, e, n) => q + e[j] * input[n][i], 0) * (1 / x.length))),
      b: layers[l].b.map((_, j) => d.reduce((q, e) => q + e[j], 0) * (1 / x.length)),
    });
    delta = input.map((r, n) => r.map((a, i) => d[n].reduce((q, e, j) => q + e * layers[l].w[i][j], 0) * (a * (1 - a))));
  }
  return out;
}
function full(x, t, layers, { learningRate, steps }) {
  let net = layers;
  for (let k = 0; k < steps; k++) {
    const g = gradients(x, t, net);
    net = net.map(({ w, b }, l) => ({ w: w.map((r, i) => r.map((v, j) => v - learningRate * g[l].w[i][j])), b: b.map((v, j) => v - learningRate * g[l].b[j]) }));
  }
  return net;
}
export const trainMlp = (x, t, layers, { learningRate, steps }) => { let net = layers; for (let k = 0; k < steps; k++) net = full([x[k % x.length]], [t[k % x.length]], net, { learningRate, steps: 1 }); return net; };
