export const step = (z, threshold) => (z >= (threshold || 1) ? 1 : 0);
