const act = { tanh: Math.tanh, sigmoid: (z) => 1 / (1 + Math.exp(-z)), relu: (z) => Math.max(z, 0) };

export function rnnCell(x, h, { wx, b }, activation = 'tanh') {
  return x.map((row) => b.map((bias, j) => act[activation](row.reduce((sum, v, i) => sum + v * wx[i][j], bias))));
}
