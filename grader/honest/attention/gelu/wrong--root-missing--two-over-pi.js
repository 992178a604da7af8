export const gelu = (z) => 0.5 * z * (1 + Math.tanh((2 / Math.PI) * (z + 0.044715 * z ** 3)));
