export function rnn(x, { wx, wh, b }) {
  return x.map((sample) => {
    let h = b.map(() => 0);
    for (const input of sample) {
      const last = h;
      h = b.map((bias, j) => Math.tanh(input.reduce((s, v, i) => s + v * wx[i][j], bias) + last.reduce((s, v, k) => s + v * wh[k][j], 0)));
    }
    return [h];
  });
}
