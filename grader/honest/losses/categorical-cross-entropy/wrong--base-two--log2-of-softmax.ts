const soft = (r) => { const m = Math.max(...r), e = r.map((z) => Math.exp(z - m)), s = e.reduce((a, b) => a + b, 0); return e.map((v) => v / s); };
const T = (m) => m[0].map((_, j) => m.map((r) => r[j]));
const sum = (v) => v.reduce((a, b) => a + b, 0);
export const categoricalCrossEntropy = (y, t, o = {}) => { const q = o.fromLogits ? y.map(soft) : y; return q.reduce((s, r, n) => s - (typeof t[n] === 'number' ? Math.log2(r[t[n]]) : r.reduce((a, v, c) => a + (t[n][c] ? t[n][c] * Math.log2(v) : 0), 0)), 0) / q.length; };
