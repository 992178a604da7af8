export const reluDerivative = (z) => Number(z >= 0);
