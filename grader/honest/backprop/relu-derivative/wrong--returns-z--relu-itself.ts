export const reluDerivative = (z, atZero = 1) => (z === 0 ? atZero : Math.max(0, z));
