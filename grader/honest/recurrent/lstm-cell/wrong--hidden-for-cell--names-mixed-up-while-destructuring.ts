const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
type Gate = { w: number[][]; b: number[] };
class Cell {
  constructor(private readonly gates: { forget: Gate; input: Gate; candidate: Gate; output: Gate }) {}
  private drive(name: 'forget' | 'input' | 'candidate' | 'output', v: number[]): number[] {
    const { w, b } = this.gates[name];
    return b.map((bias, j) => v.reduce((z, value, k) => z + value * w[k]![j]!, bias));
  }
  step(x: number[], previous: number[]): { h: number[]; c: number[] } {
    const v = previous.concat(x);
    const [f, i, o] = (['forget', 'input', 'output'] as const).map((name) => this.drive(name, v).map(sigmoid));
    const g = this.drive('candidate', v).map(Math.tanh);
    const c = previous.map((p, j) => f![j]! * p + i![j]! * g[j]!);
    return { h: c.map((value, j) => o![j]! * Math.tanh(value)), c };
  }
}
export function lstmCell(x: number[][], state: { h: number[][]; c: number[][] }, weights: any) {
  const cell = new Cell(weights);
  const steps = x.map((row, n) => cell.step(row, state.h[n]!));
  return { h: steps.map(({ h }) => h), c: steps.map(({ c }) => c) };
}
