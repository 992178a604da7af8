export const step = (z, threshold = 0) => (z >= threshold ? 0 : 1);
