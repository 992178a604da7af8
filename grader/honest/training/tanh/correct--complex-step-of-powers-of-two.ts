export const tanh = (z) => { const a = Math.abs(z); if (a > 22) return Math.sign(z); const e = Math.expm1(2 * a); return Math.sign(z) * (e / (e + 2)); };
