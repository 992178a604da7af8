export function masking(x, mask, { wx, wh, b }) {
  const fits =
    x.length === mask.length && x.every((s, n) => s.length === mask[n].length && s.every((v) => v.length === wx.length));
  if (!fits || [...wx, ...wh].some((row) => row.length !== b.length) || wh.length !== b.length) throw new Error('shapes');
  return x.map((steps, n) => {
    let h = b.map(() => 0);
    return steps.map((v, t) => {
      const from = h;
      h = b.map((bias, j) =>
        Math.tanh(bias + v.reduce((s, a, i) => s + a * wx[i][j], 0) + from.reduce((s, a, k) => s + a * wh[k][j], 0)),
      );
      return h.map((value) => value * mask[n][t]);
    });
  });
}
