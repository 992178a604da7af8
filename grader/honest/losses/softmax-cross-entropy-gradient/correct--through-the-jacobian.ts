const soft = (r) => { const m = Math.max(...r), e = r.map((z) => Math.exp(z - m)), s = e.reduce((a, b) => a + b, 0); return e.map((v) => v / s); };
const T = (m) => m[0].map((_, j) => m.map((r) => r[j]));
const sum = (v) => v.reduce((a, b) => a + b, 0);

export const softmaxCrossEntropyGradient = (z, t) => z.map((r, n) => { const p = soft(r); return p.map((pi, i) => (pi * sum(t[n]) - t[n][i]) / z.length); });
