const soft = (r) => { const m = Math.max(...r), e = r.map((z) => Math.exp(z - m)), s = e.reduce((a, b) => a + b, 0); return e.map((v) => v / s); };
const T = (m) => m[0].map((_, j) => m.map((r) => r[j]));
const sum = (v) => v.reduce((a, b) => a + b, 0);

export const softmaxCrossEntropyGradient = (z, t) => { const N = z.length, C = z[0].length; return z.map((r, n) => soft(r).map((p, c) => { const q = t[n][c], raw = r[c]; return q === 0 ? 0 : (p - q) / N; })); };
