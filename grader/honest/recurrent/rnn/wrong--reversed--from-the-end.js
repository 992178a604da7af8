export function rnn(x, { wx, wh, b }) {
  return x.map((sample) => {
    let h = b.map(() => 0);
    const states = [];
    for (let t = sample.length - 1; t >= 0; t--) {
      const last = h;
      h = b.map((bias, j) => Math.tanh(sample[t].reduce((s, v, i) => s + v * wx[i][j], bias) + last.reduce((s, v, k) => s + v * wh[k][j], 0)));
      states.unshift(h);
    }
    return states;
  });
}
