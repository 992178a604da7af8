const sigmoid = (z) => 1 / (1 + Math.exp(-z));

export function lstmGates(x, h, weights) {
  const gate = ({ w, b }, activation) =>
    x.map((features, n) => {
      const all = features.concat(h[n]);
      return b.map((bias, j) => activation(all.reduce((sum, v, i) => sum + v * w[i][j], bias)));
    });
  return {
    forget: gate(weights.forget, sigmoid),
    input: gate(weights.input, sigmoid),
    candidate: gate(weights.candidate, Math.tanh),
    output: gate(weights.output, sigmoid),
  };
}
