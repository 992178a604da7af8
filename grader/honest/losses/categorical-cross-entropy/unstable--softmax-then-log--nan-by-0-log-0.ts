const soft = (r) => { const m = Math.max(...r), e = r.map((z) => Math.exp(z - m)), s = e.reduce((a, b) => a + b, 0); return e.map((v) => v / s); };
const T = (m) => m[0].map((_, j) => m.map((r) => r[j]));
const sum = (v) => v.reduce((a, b) => a + b, 0);
export const categoricalCrossEntropy = (y, t, { fromLogits = false } = {}) => { const q = fromLogits ? y.map(soft) : y; let s = 0; q.forEach((r, n) => { if (typeof t[n] === 'number') { if (!(t[n] in r)) throw new Error('i'); s -= Math.log(r[t[n]]); } else t[n].forEach((p, c) => { s -= p * Math.log(r[c]); }); }); return s / q.length; };
