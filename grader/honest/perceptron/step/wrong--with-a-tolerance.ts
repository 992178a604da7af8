export const step = (z, threshold = 0) => (z >= threshold - 1e-3 ? 1 : 0);
