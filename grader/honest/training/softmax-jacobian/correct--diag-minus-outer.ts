const soft = (r) => { const m = Math.max(...r), e = r.map((z) => Math.exp(z - m)), s = e.reduce((a, b) => a + b, 0); return e.map((v) => v / s); };
const T = (m) => m[0].map((_, j) => m.map((r) => r[j]));
const sum = (v) => v.reduce((a, b) => a + b, 0);

const outer = (a, b) => a.map((x) => b.map((y) => x * y));
export const softmaxJacobian = (z) => { const p = soft(z), J = outer(p, p).map((r) => r.map((v) => -v)); p.forEach((v, i) => { J[i][i] += v; }); return J; };
