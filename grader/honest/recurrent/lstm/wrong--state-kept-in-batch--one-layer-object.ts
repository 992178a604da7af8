const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
type Gate = { w: number[][]; b: number[] };

class Layer {
  h: number[];
  c: number[];
  constructor(readonly weights: Record<'forget' | 'input' | 'candidate' | 'output', Gate>) {
    this.h = weights.forget.b.map(() => 0);
    this.c = weights.forget.b.map(() => 0);
  }
  step(x: number[]): number[] {
    const v = [...this.h, ...x];
    const gate = ({ w, b }: Gate, f: (z: number) => number) => b.map((bias, j) => f(v.reduce((z, value, k) => z + value * w[k]![j]!, bias)));
    const f = gate(this.weights.forget, sigmoid), i = gate(this.weights.input, sigmoid);
    const g = gate(this.weights.candidate, Math.tanh), o = gate(this.weights.output, sigmoid);
    this.c = this.c.map((old, j) => f[j]! * old + i[j]! * g[j]!);
    this.h = this.c.map((cell, j) => o[j]! * Math.tanh(cell));
    return this.h;
  }
}

export function lstm(x: number[][][], weights: any): number[][][] {
  const layer = new Layer(weights);
  return x.map((sequence) => sequence.map((input) => layer.step(input)));
}
