const step = (x, h, { wx, wh, b }) =>
  b.map((bias, j) => Math.tanh(x.reduce((s, v, i) => s + v * wx[i][j], bias) + h.reduce((s, v, k) => s + v * wh[k][j], 0)));

export function masking(x, mask, weights) {
  return x.map((sample, n) => {
    let h = weights.b.map(() => 0);
    return sample.map((input, t) => {
      h = step(input, h, weights).map((v) => v * mask[n][t]);
      return h;
    });
  });
}
