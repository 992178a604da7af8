export const sigmoid = (z) => 2 / (1 + Math.exp(-2 * z)) - 1;
