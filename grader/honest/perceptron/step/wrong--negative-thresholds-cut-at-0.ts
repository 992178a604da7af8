export const step = (z, threshold = 0) => (z >= Math.max(threshold, 0) ? 1 : 0);
