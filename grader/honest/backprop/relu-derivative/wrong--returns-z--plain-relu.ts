export const reluDerivative = (z) => Math.max(z, 0);
