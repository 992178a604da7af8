const dot = (a: number[], b: number[]) => a.reduce((sum, v, i) => sum + v * b[i], 0);

export function rnn(x: number[][][], w: { wx: number[][]; wh: number[][]; b: number[] }) {
  const columns = w.b.map((_, j) => w.wx.map((row) => row[j]));
  return x.map((sample) => {
    let h = w.b.map(() => 0);
    return sample.map((input) => {
      h = w.b.map((bias, j) => Math.tanh(dot(input, columns[j]) + dot(h, w.wh[j]) + bias));
      return h;
    });
  });
}
