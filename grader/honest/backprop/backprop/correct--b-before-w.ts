export function backprop(x, t, layers) {
  const as = [x];
  for (const { w, b } of layers) as.push(as.at(-1).map((r) => b.map((c, j) => 1 / (1 + Math.exp(-r.reduce((s, v, i) => s + v * w[i][j], c))))));
  let d = as.at(-1).map((r, n) => r.map((y, j) => ((y - t[n][j]) * y * (1 - y)) / x.length));
  return layers.toReversed().map(({ w, b }, k) => {
    const a = as[layers.length - 1 - k], e = d;
    d = e.map((r, n) => a[n].map((v, i) => v * (1 - v) * r.reduce((s, q, j) => s + q * w[i][j], 0)));
    return { b: b.map((_, j) => e.reduce((s, r) => s + r[j], 0)), w: w.map((r, i) => r.map((_, j) => e.reduce((s, q, n) => s + q[j] * a[n][i], 0))) };
  }).reverse();
}
