export const tanh = (z) => { const q = Math.expm1(-2 * Math.abs(z)); return (Math.sign(z) * -q) / (q + 2); };
