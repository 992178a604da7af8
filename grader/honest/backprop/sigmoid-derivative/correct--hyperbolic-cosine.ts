export const sigmoidDerivative = (z) => 1 / (2 + 2 * Math.cosh(z));
