export const meanSquaredError = (y, t) => { const a = y.flat(), b = t.flat(); if (a.length !== b.length) throw new Error('shapes'); return a.reduce((s, v, k) => s + (v - b[k]) ** 2, 0) / a.length; };
