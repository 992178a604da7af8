type Layer = { w: number[][]; b: number[] };
type Weights = Record<'query' | 'key' | 'value' | 'output', Layer>;

const dense = (x: number[][], { w, b }: Layer) => x.map((row) => b.map((bias, j) => row.reduce((sum, v, i) => sum + v * w[i][j], bias)));
const dot = (a: number[], b: number[]) => a.reduce((sum, v, i) => sum + v * b[i], 0);

function head(q: number[][], k: number[][], v: number[][], causal: boolean): number[][] {
  return q.map((row, i) => {
    const scores = k.map((key, j) => (causal && j >= i ? -Infinity : dot(row, key) / Math.sqrt(row.length)));
    const most = Math.max(...scores);
    const powers = scores.map((s) => Math.exp(s - most));
    const all = powers.reduce((a, b) => a + b);
    return v[0].map((_, c) => powers.reduce((sum, p, j) => sum + (p / all) * v[j][c], 0));
  });
}

export function multiHeadAttention(x: number[][][], context: number[][][], weights: Weights, heads: number, { causal = false } = {}) {
  const width = x[0][0].length;
  if (width % heads !== 0) throw new RangeError(`${width} columns for ${heads} heads`);
  const size = width / heads;
  return x.map((rows, n) => {
    const [q, k, v] = [dense(rows, weights.query), dense(context[n], weights.key), dense(context[n], weights.value)];
    const joined: number[][] = rows.map(() => []);
    for (let h = 0; h < heads; h++) {
      const cut = (m: number[][]) => m.map((row) => row.slice(h * size, (h + 1) * size));
      head(cut(q), cut(k), cut(v), causal).forEach((row, i) => joined[i].push(...row));
    }
    return dense(joined, weights.output);
  });
}
