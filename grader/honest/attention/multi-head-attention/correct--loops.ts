type Seq = number[][][];
interface Layer { w: number[][]; b: number[] }

function linear(rows: number[][], { w, b }: Layer): number[][] {
  const out: number[][] = [];
  for (const row of rows) {
    const y = b.slice();
    for (let i = 0; i < row.length; i++) for (let j = 0; j < y.length; j++) y[j] += row[i] * w[i][j];
    out.push(y);
  }
  return out;
}

export function multiHeadAttention(
  x: Seq,
  context: Seq,
  weights: { query: Layer; key: Layer; value: Layer; output: Layer },
  heads: number,
  { causal = false } = {},
): Seq {
  const width = x[0][0].length;
  const dk = width / heads;
  if (!Number.isInteger(dk)) throw new Error(`heads ${heads} does not divide ${width}`);
  return x.map((rows, n) => {
    const Q = linear(rows, weights.query);
    const K = linear(context[n], weights.key);
    const V = linear(context[n], weights.value);
    const merged = rows.map(() => new Array<number>(width).fill(0));
    for (let h = 0; h < heads; h++) {
      for (let i = 0; i < Q.length; i++) {
        const last = causal ? Math.min(i + 1, K.length) : K.length;
        const e: number[] = [];
        let max = -Infinity;
        for (let j = 0; j < last; j++) {
          let s = 0;
          for (let c = h * dk; c < (h + 1) * dk; c++) s += Q[i][c] * K[j][c];
          e.push(s / Math.sqrt(dk));
          max = Math.max(max, e[j]);
        }
        let total = 0;
        for (let j = 0; j < last; j++) total += e[j] = Math.exp(e[j] - max);
        for (let j = 0; j < last; j++) for (let c = h * dk; c < (h + 1) * dk; c++) merged[i][c] += (e[j] / total) * V[j][c];
      }
    }
    return linear(merged, weights.output);
  });
}
