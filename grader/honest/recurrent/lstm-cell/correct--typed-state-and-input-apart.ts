type Gate = { w: number[][]; b: number[] };
class Cell {
  constructor(private readonly weights: Record<'forget' | 'input' | 'candidate' | 'output', Gate>) {}
  private drive({ w, b }: Gate, h: number[], x: number[]): Float64Array { const z = new Float64Array(b.length); for (let j = 0; j < z.length; j++) { for (let k = 0; k < x.length; k++) z[j] += w[h.length + k][j] * x[k]; for (let k = 0; k < h.length; k++) z[j] += w[k][j] * h[k]; z[j] += b[j]; } return z; }
  call(x: number[], h: number[], c: number[]) {
    const logistic = (z: number) => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)));
    const { forget, input, candidate, output } = this.weights;
    const f = this.drive(forget, h, x).map(logistic), i = this.drive(input, h, x).map(logistic), o = this.drive(output, h, x).map(logistic);
    const next = this.drive(candidate, h, x).map((z, j) => Math.tanh(z) * i[j] + c[j] * f[j]);
    return [next.map((v, j) => o[j] * Math.tanh(v)), next] as const;
  }
}
export function lstmCell(x: number[][], state: { h: number[][]; c: number[][] }, weights: any) {
  const cell = new Cell(weights), h: Float64Array[] = [], c: Float64Array[] = [];
  for (const [n, row] of x.entries()) [h[n], c[n]] = cell.call(row, state.h[n], state.c[n]);
  return { h, c };
}
