const q = (x, e, a) => x.map((r, n) => r.map((v, d) => Math.sqrt(a[n]) * v + Math.sqrt(1 - a[n]) * e[n][d]));
const predict = (x, { w, b }) => x.map((r) => b.map((c, j) => r.reduce((s, v, i) => s + v * w[i][j], c)));
const squares = (a, b) => a.map((r, n) => r.map((v, d) => (v - b[n][d]) ** 2));
const sum = (a) => a.reduce((s, v) => s + v, 0);
export function diffusionLoss(x, noise, alphaBar, predictor) {
  const xt = x.map((r, n) => r.map((v, d) => alphaBar[n] * v + (1 - alphaBar[n]) * noise[n][d]));
  const s = squares(noise, predict(xt, predictor)).flat();
  return sum(s) / s.length;
}
