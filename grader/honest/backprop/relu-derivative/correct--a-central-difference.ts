const relu = (z) => Math.max(0, z);
export const reluDerivative = (z, atZero = 1) => (z === 0 ? atZero : (relu(z + 1e-6) - relu(z - 1e-6)) / 2e-6);
