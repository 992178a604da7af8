const s = (z) => 1 / (1 + Math.exp(-z));
export const lstm = (X, w) => X.map((seq) => seq.map((x) => { const v = [...w.forget.b.map(() => 0), ...x]; const g = (k, f) => w[k].b.map((b, j) => f(v.reduce((q, u, i) => q + u * w[k].w[i][j], b))); const i = g('input', s), c = g('candidate', Math.tanh), o = g('output', s); return o.map((a, j) => a * Math.tanh(i[j] * c[j])); }));
