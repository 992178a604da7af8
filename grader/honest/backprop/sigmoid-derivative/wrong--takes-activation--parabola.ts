export const sigmoidDerivative = (a) => 0.25 - (a - 0.5) ** 2;
