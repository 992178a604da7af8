export const tanh = (z) => Math.tanh(Math.abs(z));
