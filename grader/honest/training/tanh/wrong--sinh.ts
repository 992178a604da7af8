export const tanh = (z) => Math.sinh(z);
