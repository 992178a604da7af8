export const tanh = (z) => (Math.exp(z) - 1) / (Math.exp(z) + 1);
