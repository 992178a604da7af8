export const sigmoidDerivative = (z) => { const a = Math.abs(z); return Math.exp(-a - 2 * Math.log1p(Math.exp(-a))); };
