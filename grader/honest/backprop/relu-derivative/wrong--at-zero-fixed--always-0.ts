export const reluDerivative = (z) => (z > 0 ? 1 : 0);
