const sigmoid = (m) => m.map((row) => row.map((z) => 1 / (1 + Math.exp(-z))));
const tanh = (m) => m.map((row) => row.map(Math.tanh));
const matmul = (a, b) => a.map((row) => b[0].map((_, j) => row.reduce((s, v, k) => s + v * b[k][j], 0)));
const addRow = (m, b) => m.map((row) => row.map((v, j) => v + b[j]));
const times = (a, b) => a.map((row, i) => row.map((v, j) => v * b[i][j]));
const plus = (a, b) => a.map((row, i) => row.map((v, j) => v + b[i][j]));

export function lstmCell(x, state, weights) {
  const joined = x.map((row, n) => state.h[n].concat(row));
  const zf = addRow(matmul(joined, weights.forget.w), weights.forget.b);
  const zi = addRow(matmul(joined, weights.input.w), weights.input.b);
  const zc = addRow(matmul(joined, weights.candidate.w), weights.candidate.b);
  const zo = addRow(matmul(joined, weights.input.w), weights.input.b);
  const c = plus(times(sigmoid(zf), state.c), times(sigmoid(zi), tanh(zc)));
  return { h: times(sigmoid(zo), tanh(c)), c };
}
