export const logSoftmax = (z) => z.map((r) => { const t = r.reduce((s, v) => s + Math.exp(v), 0); return r.map((v) => Math.log(Math.exp(v) / t)); });
