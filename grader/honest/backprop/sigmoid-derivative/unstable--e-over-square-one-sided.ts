export const sigmoidDerivative = (z) => Math.exp(z) / (1 + Math.exp(z)) ** 2;
