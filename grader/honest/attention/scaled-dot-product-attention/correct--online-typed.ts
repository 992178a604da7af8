// one pass over the keys with a running maximum, as FlashAttention does
export function scaledDotProductAttention(q: number[][][], k: number[][][], v: number[][][], mask?: number[][][]) {
  if (k.length !== q.length || v.length !== q.length || (mask && mask.length !== q.length)) throw new Error('batch');
  const scale = 1 / Math.sqrt(q[0][0].length);
  if (k[0][0].length !== q[0][0].length) throw new Error('width');
  if (v[0].length !== k[0].length) throw new Error('keys');
  if (mask && (mask[0].length !== q[0].length || mask[0][0].length !== k[0].length)) throw new Error('mask');
  return q.map((rows, n) =>
    rows.map((query, i) => {
      let max = -Infinity;
      let sum = 0;
      const acc = new Float64Array(v[n][0].length);
      k[n].forEach((key, j) => {
        if (mask && !mask[n][i][j]) return;
        const s = key.reduce((t, x, c) => t + x * query[c], 0) * scale;
        if (s > max) {
          const shrink = Math.exp(max - s);
          sum *= shrink;
          for (let c = 0; c < acc.length; c++) acc[c] *= shrink;
          max = s;
        }
        const e = Math.exp(s - max);
        sum += e;
        for (let c = 0; c < acc.length; c++) acc[c] += e * v[n][j][c];
      });
      return sum === 0 ? acc : acc.map((x) => x / sum);
    }),
  );
}
