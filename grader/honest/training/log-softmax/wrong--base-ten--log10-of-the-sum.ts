export const logSoftmax = (z) => z.map((r) => { const m = Math.max(...r), l = Math.log10(r.reduce((s, v) => s + Math.exp(v - m), 0)); return r.map((v) => v - m - l); });
