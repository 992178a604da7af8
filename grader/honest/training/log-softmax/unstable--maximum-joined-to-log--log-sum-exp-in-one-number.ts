const soft = (r) => { const m = Math.max(...r), e = r.map((z) => Math.exp(z - m)), s = e.reduce((a, b) => a + b, 0); return e.map((v) => v / s); };
const T = (m) => m[0].map((_, j) => m.map((r) => r[j]));
const sum = (v) => v.reduce((a, b) => a + b, 0);
 export const logSoftmax = (z) => z.map((r) => { const m = Math.max(...r), l = m + Math.log(sum(r.map((v) => Math.exp(v - m)))); return r.map((v) => v - l); });
