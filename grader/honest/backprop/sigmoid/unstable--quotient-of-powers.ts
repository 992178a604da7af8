export const sigmoid = (z) => { const e = Math.exp(z); return e / (e + 1); };
