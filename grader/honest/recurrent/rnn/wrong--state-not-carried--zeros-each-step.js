export function rnn(x, { wx, wh, b }) {
  return x.map((sample) =>
    sample.map((input) => {
      const h = b.map(() => 0);
      return b.map((bias, j) => {
        const fromX = input.reduce((s, v, i) => s + v * wx[i][j], 0);
        const fromH = h.reduce((s, v, k) => s + v * wh[k][j], 0);
        return Math.tanh(fromX + fromH + bias);
      });
    }),
  );
}
