export const tanh = (z) => 1 / Math.tanh(z);
