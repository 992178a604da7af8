const s = (z) => 1 / (1 + Math.exp(-z));
export const lstmCell = (x, { h, c }, weights) => {
  const [f, i, o, g] = Object.values({ a: weights.forget, b: weights.input, c: weights.candidate, d: weights.output });
  const z = ({ w, b }, n, j) => [...h[n], ...x[n]].reduce((sum, v, k) => sum + v * w[k][j], b[j]);
  const cell = c.map((row, n) => row.map((old, j) => s(z(f, n, j)) * old + s(z(i, n, j)) * Math.tanh(z(g, n, j))));
  return { c: cell, h: cell.map((row, n) => row.map((v, j) => s(z(o, n, j)) * Math.tanh(v))) };
};
