export const sigmoidDerivative = (z) => (1 - Math.tanh(z / 2) ** 2) / 4;
