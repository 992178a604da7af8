export function rnnCell(x, h, { wx, wh, b }) {
  return x.map((row, n) =>
    b.map((bias, j) => {
      let z = bias;
      row.forEach((v, i) => {
        z += v * wx[i][j];
      });
      h[n].forEach((v, k) => {
        z += v * wh[k][j];
      });
      return Math.tanh(z);
    }),
  );
}
