export const tanh = (z) => z - z ** 3 / 3 + (2 * z ** 5) / 15;
