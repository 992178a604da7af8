export const sigmoidDerivative = (z) => (1 + Math.exp(-z)) ** -2;
