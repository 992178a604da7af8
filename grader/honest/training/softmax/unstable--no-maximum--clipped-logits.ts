export const softmax = (z) => z.map((r) => { const e = r.map((v) => Math.exp(Math.min(v, 700))); const s = e.reduce((a, b) => a + b); return e.map((v) => v / s); });
