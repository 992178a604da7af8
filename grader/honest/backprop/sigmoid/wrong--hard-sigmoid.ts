export const sigmoid = (z) => Math.min(1, Math.max(0, 0.2 * z + 0.5));
