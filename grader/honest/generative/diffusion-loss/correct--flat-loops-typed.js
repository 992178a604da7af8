class Linear {
  constructor({ w, b }) { this.b = b; this.w = Float64Array.from(w.flat()); }
  at(row, j) { let s = this.b[j]; for (let i = 0; i < row.length; i++) s += row[i] * this.w[i * row.length + j]; return s; }
}
export function diffusionLoss(x, noise, alphaBar, predictor) {
  const layer = new Linear(predictor);
  let mse = 0;
  let seen = 0;
  for (let n = 0; n < x.length; n++) {
    const xt = Float64Array.from(x[n], (v, d) => alphaBar[n] ** 0.5 * v + (1 - alphaBar[n]) ** 0.5 * noise[n][d]);
    for (let d = 0; d < xt.length; d++) mse += ((layer.at(xt, d) - noise[n][d]) ** 2 - mse) / ++seen;
  }
  return mse;
}
