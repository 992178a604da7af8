const sigmoid = (z) => 1 / (1 + Math.exp(-z));
const step = (x, h, c, weights) => {
  
  const v = [...h, ...x];
  const gate = ({ w, b }, act) => b.map((_, j) => act(v.reduce((s, u, k) => s + u * w[k][j], b[j])));
  const f = gate(weights.forget, sigmoid), i = gate(weights.input, sigmoid), g = gate(weights.candidate, Math.tanh), o = gate(weights.output, sigmoid);
  const cell = c.map((v, j) => f[j] * v + i[j] * g[j]);
  return { c: cell, h: cell.map((v, j) => o[j] * Math.tanh(v)) };
};

export function lstm(X, weights) {
  let h = weights.forget.b.map(() => 0), c = h;
  return X.map((seq) => {
    const out = [];
    for (const x of seq) { const s = step(x, h, c, weights); h = s.h; c = s.c; out.push(h); }
    return out;
  });
}
