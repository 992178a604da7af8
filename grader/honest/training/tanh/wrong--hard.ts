export const tanh = (z) => Math.min(1, Math.max(-1, z));
