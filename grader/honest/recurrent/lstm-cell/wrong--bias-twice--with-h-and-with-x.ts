const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
type Gate = { w: number[][]; b: number[] };

/** v w + b */
function affine(v: number[], w: number[][], b: number[]): number[] {
  const out = [...b];
  v.forEach((value, i) => w[i]!.forEach((weight, j) => { out[j]! += value * weight; }));
  return out;
}

export function lstmCell(x: number[][], state: { h: number[][]; c: number[][] }, weights: Record<'forget' | 'input' | 'candidate' | 'output', Gate>) {
  const h: number[][] = [], c: number[][] = [];
  x.forEach((input, n) => {
    const drive = ({ w, b }: Gate): number[] => {
      const units = b.length;
      const recurrent = affine(state.h[n]!, w.slice(0, units), b);
      const fresh = affine(input, w.slice(units), b);
      return recurrent.map((z, j) => z + fresh[j]!);
    };
    const f = drive(weights.forget).map(sigmoid), i = drive(weights.input).map(sigmoid), o = drive(weights.output).map(sigmoid);
    const g = drive(weights.candidate).map(Math.tanh);
    c.push(state.c[n]!.map((old, j) => f[j]! * old + i[j]! * g[j]!));
    h.push(c[n]!.map((cell, j) => o[j]! * Math.tanh(cell)));
  });
  return { h, c };
}
