const sigmoid = (z) => 1 / (1 + Math.exp(-z));

export function lstmGates(x, h, weights) {
  const gate = ({ w, b }, f) =>
    x.map((row, n) => b.map((bias, j) => f([...h[n], ...row].reduce((sum, v, i) => sum + v * w[i][j], bias))));
  const [i, f, c, o] = [
    gate(weights.forget, sigmoid),
    gate(weights.input, sigmoid),
    gate(weights.candidate, Math.tanh),
    gate(weights.output, sigmoid),
  ];
  return { forget: f, input: i, candidate: c, output: o };
}
