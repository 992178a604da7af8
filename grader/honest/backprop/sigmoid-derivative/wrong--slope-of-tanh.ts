export const sigmoidDerivative = (z) => 1 / Math.cosh(z) ** 2;
