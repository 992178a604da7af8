const sigmoid = (z) => 1 / (1 + Math.exp(-z));
const step = (x, h, c, weights) => {
  
  const v = [...h, ...x];
  const gate = ({ w, b }, act) => b.map((_, j) => act(v.reduce((s, u, k) => s + u * w[k][j], b[j])));
  const f = gate(weights.forget, sigmoid), i = gate(weights.input, sigmoid), g = gate(weights.candidate, Math.tanh), o = gate(weights.output, sigmoid);
  const cell = c.map((v, j) => f[j] * v + i[j] * g[j]);
  return { c: cell, h: cell.map((v, j) => o[j] * Math.tanh(v)) };
};
function* run(seq, h, c, weights, t = 0) { if (t === seq.length) return; const s = step(seq[t], h, c, weights); yield s.h; yield* run(seq, s.h, s.c, weights, t + 1); }
export const lstm = (X, weights) => { const zeros = Array(weights.output.b.length).fill(0); return X.map((seq) => [...run(seq, zeros, zeros, weights)]); };
