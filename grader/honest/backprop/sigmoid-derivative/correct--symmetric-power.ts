export const sigmoidDerivative = (z, e = Math.exp(-Math.abs(z))) => e / (1 + e) ** 2;
