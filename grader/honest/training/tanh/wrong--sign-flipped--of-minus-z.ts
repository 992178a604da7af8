export const tanh = (z) => 2 / (1 + Math.exp(2 * z)) - 1;
