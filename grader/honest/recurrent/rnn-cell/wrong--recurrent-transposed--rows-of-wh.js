const dot = (a, b) => a.reduce((sum, v, i) => sum + v * b[i], 0);
const act = { tanh: Math.tanh, sigmoid: (z) => 1 / (1 + Math.exp(-z)), relu: (z) => Math.max(z, 0) };

export function rnnCell(x, h, { wx, wh, b }, activation = 'tanh') {
  return x.map((row, n) =>
    b.map((bias, j) => {
      const column = wx.map((weights) => weights[j]);
      return act[activation](dot(row, column) + dot(wh[j], h[n]) + bias);
    }),
  );
}
