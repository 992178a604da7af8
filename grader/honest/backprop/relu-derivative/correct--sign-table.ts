export const reluDerivative = (z, atZero = 1) => [0, atZero, 1][1 + Math.sign(z)];
