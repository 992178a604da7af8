const soft = (r) => { const m = Math.max(...r), e = r.map((z) => Math.exp(z - m)), s = e.reduce((a, b) => a + b, 0); return e.map((v) => v / s); };
const T = (m) => m[0].map((_, j) => m.map((r) => r[j]));
const sum = (v) => v.reduce((a, b) => a + b, 0);
export const categoricalCrossEntropy = (y, t, o = {}) => { const q = o.fromLogits ? y.map(soft) : y; const C = q[0].length; const terms = q.flatMap((r, n) => r.map((v, c) => { const p = typeof t[n] === 'number' ? (t[n] === c ? 1 : 0) : t[n][c]; return p ? -p * Math.log(v) : 0; })); return terms.reduce((a, b) => a + b) / terms.length; };
