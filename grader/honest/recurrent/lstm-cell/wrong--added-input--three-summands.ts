const logistic = (z) => 1 / (1 + Math.exp(-z));
export function lstmCell(x, { h, c }, { forget, input, candidate, output }) {
  const gate = (g, f) => x.map((row, n) => g.b.map((b, j) => f(h[n].concat(row).reduce((sum, v, k) => sum + v * g.w[k][j], b))));
  const [F, I, O, G] = [gate(forget, logistic), gate(input, logistic), gate(output, logistic), gate(candidate, Math.tanh)];
  const C = c.map((row, n) => row.map((old, j) => F[n][j] * old + I[n][j] + G[n][j]));
  return { h: C.map((row, n) => row.map((v, j) => O[n][j] * Math.tanh(v))), c: C };
}
