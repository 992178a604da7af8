const soft = (r) => { const m = Math.max(...r), e = r.map((z) => Math.exp(z - m)), s = e.reduce((a, b) => a + b, 0); return e.map((v) => v / s); };
const T = (m) => m[0].map((_, j) => m.map((r) => r[j]));
const sum = (v) => v.reduce((a, b) => a + b, 0);

const rows = (p, i = 0) => (i < p.length ? [p.map((q, j) => p[i] * (Number(i === j) - q)), ...rows(p, i + 1)] : []);
export const softmaxJacobian = (z) => rows(soft(z));
