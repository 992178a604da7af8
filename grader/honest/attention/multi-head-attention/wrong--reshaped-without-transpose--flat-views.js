const affine = (rows, { w, b }) => rows.map((r) => b.map((bias, j) => r.reduce((s, v, i) => s + v * w[i][j], bias)));
export const multiHeadAttention = (x, context, weights, heads, { causal = false } = {}) => {
  const width = x[0][0].length;
  if (width % heads) throw new Error('heads');
  const d = width / heads;
  return x.map((rows, n) => {
    const flat = (seq, layer) => affine(seq, layer).flat();
    const [q, k, v] = [flat(rows, weights.query), flat(context[n], weights.key), flat(context[n], weights.value)];
    const [T, S] = [rows.length, context[n].length];
    const out = new Float64Array(T * width);
    for (let h = 0; h < heads; h++)
      for (let i = 0; i < T; i++) {
        const e = [];
        for (let j = 0; j < S; j++) {
          let s = 0;
          for (let c = 0; c < d; c++) s += q[(h * T + i) * d + c] * k[(h * S + j) * d + c];
          e.push(causal && j > i ? 0 : Math.exp(s / Math.sqrt(d)));
        }
        const sum = e.reduce((a, b) => a + b);
        for (let j = 0; j < S; j++) for (let c = 0; c < d; c++) out[(h * T + i) * d + c] += (e[j] / sum) * v[(h * S + j) * d + c];
      }
    return affine(
      rows.map((_, i) => [...out.subarray(i * width, (i + 1) * width)]),
      weights.output,
    );
  });
};
