const step = (x, h, { wx, wh, b }) =>
  x.map((row, n) =>
    b.map((bias, j) =>
      Math.tanh(
        [...row.map((v, i) => v * wx[i][j]), ...h[n].map((v, k) => v * wh[k][j])].reduce((s, v) => s + v, bias),
      ),
    ),
  );

export function rnn(x, weights) {
  const out = x.map(() => []);
  let h = x.map(() => weights.b.map(() => 0));
  for (let t = 0; t < x[0].length; t++) {
    h = step(
      x.map((s) => s[t]),
      h,
      weights,
    );
    h.forEach((row, n) => out[n].push(row));
  }
  return out;
}
