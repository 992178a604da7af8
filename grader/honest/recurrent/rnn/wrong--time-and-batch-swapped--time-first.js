// x is [time, batch, features]
export function rnn(x, { wx, wh, b }) {
  let h = x[0].map(() => b.map(() => 0));
  return x.map((inputs) => {
    h = inputs.map((input, n) =>
      b.map((bias, j) =>
        Math.tanh(bias + input.reduce((s, v, i) => s + v * wx[i][j], 0) + h[n].reduce((s, v, k) => s + v * wh[k][j], 0)),
      ),
    );
    return h;
  });
}
