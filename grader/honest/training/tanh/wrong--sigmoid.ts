export const tanh = (z) => 1 / (1 + Math.exp(-z));
