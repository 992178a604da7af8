type Gate = { w: number[][]; b: number[] };
type Weights = { update: Gate; reset: Gate; candidate: Gate };

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

export function gruCell(x: number[][], h: number[][], weights: Weights, { resetAfter = false } = {}): number[][] {
  const { update, reset, candidate } = weights;
  return x.map((row, n) => {
    const units = h[n].length;
    const fromState = ({ w }: Gate, state: number[], j: number) => state.reduce((s, v, k) => s + v * w[k][j], 0);
    const fromInput = ({ w, b }: Gate, j: number) => row.reduce((s, v, k) => s + v * w[units + k][j], b[j]);
    const gate = (g: Gate) => h[n].map((_, j) => sigmoid(fromState(g, h[n], j) + fromInput(g, j)));
    const z = gate(update);
    const r = gate(reset);
    const reduced = h[n].map((v, k) => v * r[k]);
    return h[n].map((old, j) => {
      const drive = resetAfter ? r[j] * fromState(candidate, h[n], j) : fromState(candidate, reduced, j);
      return z[j] * old + (1 - z[j]) * Math.tanh(drive + fromInput(candidate, j));
    });
  });
}
