export const reluDerivative = (z, atZero = 1) => (Math.abs(z) < 0.01 ? atZero : z > 0 ? 1 : 0);
