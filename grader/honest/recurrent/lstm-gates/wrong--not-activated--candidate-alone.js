const sigmoid = (z) => 1 / (1 + Math.exp(-z));
const same = (z) => z;

export function lstmGates(x, h, { forget, input, candidate, output }) {
  const joined = x.map((row, n) => h[n].concat(row));
  const gate = ({ w, b }, f) => joined.map((row) => b.map((bias, j) => f(row.reduce((z, v, k) => z + v * w[k][j], bias))));
  return { forget: gate(forget, sigmoid), input: gate(input, sigmoid), candidate: gate(candidate, same), output: gate(output, sigmoid) };
}
