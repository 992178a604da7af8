export const reluDerivative = (z, atZero) => (z > 0 ? 1 : z < 0 ? 0 : atZero || 1);
