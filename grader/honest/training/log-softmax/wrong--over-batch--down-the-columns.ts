const soft = (r) => { const m = Math.max(...r), e = r.map((z) => Math.exp(z - m)), s = e.reduce((a, b) => a + b, 0); return e.map((v) => v / s); };
const T = (m) => m[0].map((_, j) => m.map((r) => r[j]));
const sum = (v) => v.reduce((a, b) => a + b, 0);
 export const logSoftmax = (z) => T(T(z).map((c) => { const m = Math.max(...c), l = Math.log(sum(c.map((v) => Math.exp(v - m)))); return c.map((v) => v - m - l); }));
