export const softmax = (z) => z.map((r) => { const e = Float64Array.from(r, Math.exp); const s = e.reduce((a, b) => a + b); return e.map((v) => v / s); });
