const sigmoid = (z) => 1 / (1 + Math.exp(-z));
const step = (x, h, c, weights) => {
  
  const v = [...h, ...x];
  const gate = ({ w, b }, act) => b.map((_, j) => act(v.reduce((s, u, k) => s + u * w[k][j], b[j])));
  const f = gate(weights.forget, sigmoid), i = gate(weights.input, sigmoid), g = gate(weights.candidate, Math.tanh), o = gate(weights.output, sigmoid);
  const cell = c.map((v, j) => f[j] * v + o[j] * g[j]);
  return { c: cell, h: cell.map((v, j) => o[j] * Math.tanh(v)) };
};
export const lstmCell = (x, state, weights) => { const all = x.map((r, n) => step(r, state.h[n], state.c[n], weights)); return { h: all.map((s) => s.h), c: all.map((s) => s.c) }; };
