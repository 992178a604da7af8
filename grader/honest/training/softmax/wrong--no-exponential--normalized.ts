export const softmax = (z) => z.map((r) => { let t = 0; for (const v of r) t += v; return r.map((v) => v / t); });
