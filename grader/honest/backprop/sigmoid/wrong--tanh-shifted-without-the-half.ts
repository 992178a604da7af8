export const sigmoid = (z) => (1 + Math.tanh(z)) / 2;
