function backprop(x, t, layers) {
  const as = [x];
  for (const { w, b } of layers) as.push(as.at(-1).map((r) => b.map((c, j) => 1 / (1 + Math.exp(-r.reduce((s, v, i) => s + v * w[i][j], c))))));
  let d = as.at(-1).map((r, n) => r.map((y, j) => ((y - t[n][j]) * y * (1 - y)) / x.length));
  return layers.toReversed().map(({ w, b }, k) => {
    const a = as[layers.length - 1 - k], e = d;
    d = e.map((r, n) => a[n].map((v, i) => v * (1 - v) * r.reduce((s, q, j) => s + q * w[i][j], 0)));
    return { b: b.map((_, j) => e.reduce((s, r) => s + r[j], 0)), w: w.map((r, i) => r.map((_, j) => e.reduce((s, q, n) => s + q[j] * a[n][i], 0))) };
  }).reverse();
}
const round = (v) => Math.round(v * 1e12) / 1e12;
export const trainMlp = (x, t, layers, { learningRate, steps }) => {
  let now = layers;
  for (let k = 0; k < steps; k++) {
    const g = backprop(x, t, now);
    now = now.map(({ w, b }, l) => ({ w: w.map((r, i) => r.map((v, j) => v - learningRate * g[l].w[i][j])), b: b.map((v, j) => v - learningRate * g[l].b[j]) }));
  }
  return now.map(({ w, b }) => ({ w: w.map((r) => r.map(round)), b: b.map(round) }));
};
