export function masking(x, mask, { wx, wh, b }) {
  const units = b.length;
  if (mask.length !== x.length) throw new Error('one row of the mask per sample');
  if (wh.length !== units || wh[0].length !== units || wx[0].length !== units) throw new Error('units');
  return x.map((sample, n) => {
    if (mask[n].length !== sample.length) throw new Error('one entry of the mask per step');
    let h = new Array(units).fill(0);
    return sample.map((input, t) => {
      if (input.length !== wx.length) throw new Error('features');
      if (mask[n][t] === 1) {
        h = b.map((bias, j) => {
          let z = bias;
          for (let i = 0; i < input.length; i++) z += input[i] * wx[i][j];
          for (let k = 0; k < units; k++) z += h[k] * wh[k][j];
          return Math.tanh(z);
        });
      }
      return h;
    });
  });
}
