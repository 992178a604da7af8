export const reluDerivative = (z, atZero = 1) => (z > 0 ? 1 : z < 0 ? -1 : atZero);
