const soft = (r) => { const m = Math.max(...r), e = r.map((z) => Math.exp(z - m)), s = e.reduce((a, b) => a + b, 0); return e.map((v) => v / s); };
const T = (m) => m[0].map((_, j) => m.map((r) => r[j]));
const sum = (v) => v.reduce((a, b) => a + b, 0);
 export const softmax = (z) => { const c = z[0].length, p = soft(z.flat()); return z.map((_, n) => p.slice(n * c, n * c + c)); };
