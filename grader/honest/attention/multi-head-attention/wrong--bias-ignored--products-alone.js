const mul = (a, b) => a.map((r) => b[0].map((_, j) => r.reduce((s, v, i) => s + v * b[i][j], 0)));
const T = (m) => m[0].map((_, j) => m.map((r) => r[j]));
const dense = (a, layer) => mul(a, layer.w);
const softmax = (z) => {
  const top = Math.max(...z);
  const e = z.map((v) => Math.exp(v - top));
  const sum = e.reduce((p, q) => p + q, 0);
  return e.map((v) => v / sum);
};
function attention(q, k, v, scale, causal) {
  const scores = mul(q, T(k)).map((r, i) => r.map((s, j) => (causal && j > i ? -Infinity : s / scale)));
  return mul(scores.map(softmax), v);
}
export function multiHeadAttention(x, context, weights, heads, { causal = false } = {}) {
  const m = x[0][0].length;
  if (m % heads !== 0) throw new Error('the width is not a multiple of heads');
  const size = m / heads;
  return x.map((rows, n) => {
    const q = dense(rows, weights.query);
    const k = dense(context[n], weights.key);
    const v = dense(context[n], weights.value);
    const result = rows.map(() => Array(m).fill(0));
    for (let h = 0; h < heads; h++) {
      const own = [...Array(size).keys()].map((c) => h * size + c);
      const pick = (a) => a.map((r) => own.map((c) => r[c]));
      const y = attention(pick(q), pick(k), pick(v), Math.sqrt(size), causal);
      y.forEach((r, i) => own.forEach((c, at) => (result[i][c] = r[at])));
    }
    return dense(result, weights.output);
  });
}
