const soft = (r) => { const m = Math.max(...r), e = r.map((z) => Math.exp(z - m)), s = e.reduce((a, b) => a + b, 0); return e.map((v) => v / s); };
const T = (m) => m[0].map((_, j) => m.map((r) => r[j]));
const sum = (v) => v.reduce((a, b) => a + b, 0);
 export const logSoftmax = (z) => { const m = Math.max(...z.flat()), l = Math.log(sum(z.flat().map((v) => Math.exp(v - m)))); return z.map((r) => r.map((v) => v - m - l)); };
