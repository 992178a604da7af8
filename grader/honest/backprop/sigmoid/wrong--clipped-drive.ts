export const sigmoid = (z) => 1 / (1 + Math.exp(-Math.min(6, Math.max(-6, z))));
