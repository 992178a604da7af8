type Weights = { wx: number[][]; wh: number[][]; b: number[] };
const times = (v: number[], m: number[][]) => {
  if (v.length !== m.length) throw new Error(`${v.length} numbers for ${m.length} rows`);
  return m[0].map((_, j) => v.reduce((s, a, i) => s + a * m[i][j], 0));
};

export function masking(x: number[][][], mask: number[][], weights: Weights) {
  const { wx, wh, b } = weights;
  if (mask.length !== x.length || mask[0].length !== x[0].length) throw new Error('mask');
  if (wh.length !== b.length) throw new Error('wh');
  let h = x.map(() => b.map(() => 0));
  const out: number[][][] = x.map(() => []);
  for (let t = 0; t < x[0].length; t++) {
    h = h.map((old, n) => {
      const fromX = times(x[n][t], wx);
      const fromH = times(old, wh);
      const m = mask[n][t];
      return old.map((v, j) => m * Math.tanh(fromX[j] + fromH[j] + b[j]) + (1 - m) * v);
    });
    h.forEach((state, n) => out[n].push(state));
  }
  return out;
}
