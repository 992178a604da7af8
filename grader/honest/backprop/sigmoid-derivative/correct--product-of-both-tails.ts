const s = (z) => 1 / (1 + Math.exp(-z));
export const sigmoidDerivative = (z) => s(z) * s(-z);
