export const tanh = (z) => (Math.exp(z) - Math.exp(-z)) / (Math.exp(z) + Math.exp(-z));
