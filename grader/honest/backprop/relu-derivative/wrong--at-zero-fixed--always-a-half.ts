export const reluDerivative = (z) => (Math.sign(z) + 1) / 2;
