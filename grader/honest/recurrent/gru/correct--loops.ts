type Gate = { w: number[][]; b: number[] };
type Weights = { update: Gate; reset: Gate; candidate: Gate };
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

export function gru(x: number[][][], weights: Weights, options: { resetAfter?: boolean } = {}): number[][][] {
  const units = weights.update.b.length;
  const result: number[][][] = [];
  for (const sample of x) {
    let h: number[] = new Array(units).fill(0);
    const states: number[][] = [];
    for (const input of sample) {
      const sum = (gate: Gate, state: number[], j: number) => {
        let total = 0;
        for (let k = 0; k < units; k++) total += state[k] * gate.w[k][j];
        return total;
      };
      const rest = (gate: Gate, j: number) => {
        let total = gate.b[j];
        for (let k = 0; k < input.length; k++) total += input[k] * gate.w[units + k][j];
        return total;
      };
      const old = h;
      const z = old.map((_, j) => sigmoid(sum(weights.update, old, j) + rest(weights.update, j)));
      const r = old.map((_, j) => sigmoid(sum(weights.reset, old, j) + rest(weights.reset, j)));
      const c = old.map((_, j) => {
        const recurrent = options.resetAfter
          ? r[j] * sum(weights.candidate, old, j)
          : sum(
              weights.candidate,
              old.map((v, k) => v * r[k]),
              j,
            );
        return Math.tanh(recurrent + rest(weights.candidate, j));
      });
      h = old.map((v, j) => z[j] * v + (1 - z[j]) * c[j]);
      states.push(h);
    }
    result.push(states);
  }
  return result;
}
