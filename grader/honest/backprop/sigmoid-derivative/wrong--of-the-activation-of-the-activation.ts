const s = (z) => 1 / (1 + Math.exp(-z));
export const sigmoidDerivative = (z) => s(s(z)) * s(-s(z));
