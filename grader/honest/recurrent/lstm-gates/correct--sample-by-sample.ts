type Gate = { w: number[][]; b: number[] };
type Weights = { forget: Gate; input: Gate; candidate: Gate; output: Gate };

const sigmoid = (z: number) => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)));

export function lstmGates(x: number[][], h: number[][], weights: Weights) {
  const forget: number[][] = [];
  const input: number[][] = [];
  const candidate: number[][] = [];
  const output: number[][] = [];
  for (let n = 0; n < x.length; n++) {
    const units = h[n].length;
    const drive = (gate: Gate, j: number) => {
      let z = gate.b[j];
      for (let k = 0; k < units; k++) z += h[n][k] * gate.w[k][j];
      for (let k = 0; k < x[n].length; k++) z += x[n][k] * gate.w[units + k][j];
      return z;
    };
    forget.push(h[n].map((_, j) => sigmoid(drive(weights.forget, j))));
    input.push(h[n].map((_, j) => sigmoid(drive(weights.input, j))));
    candidate.push(h[n].map((_, j) => Math.tanh(drive(weights.candidate, j))));
    output.push(h[n].map((_, j) => sigmoid(drive(weights.output, j))));
  }
  return { forget, input, candidate, output };
}
