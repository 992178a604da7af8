export const tanh = (z) => { const e = Math.expm1(2 * z); return e / (e + 2); };
