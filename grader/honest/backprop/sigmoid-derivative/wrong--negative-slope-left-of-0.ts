export const sigmoidDerivative = (z) => { const e = Math.exp(-Math.abs(z)); return ((z < 0 ? -1 : 1) * e) / (1 + e) ** 2; };
