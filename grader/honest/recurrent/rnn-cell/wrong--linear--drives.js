export const rnnCell = (x, h, { wx, wh, b }) =>
  x.map((row, n) =>
    b.map(
      (bias, j) =>
        bias + row.reduce((s, v, i) => s + v * wx[i][j], 0) + h[n].reduce((s, v, k) => s + v * wh[k][j], 0),
    ),
  );
