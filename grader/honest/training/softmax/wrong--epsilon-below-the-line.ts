export const softmax = (z) => z.map((r) => { const m = Math.max(...r), e = r.map((v) => Math.exp(v - m)), s = e.reduce((a, b) => a + b) + 1e-8; return e.map((v) => v / s); });
