export const step = (z, threshold = 0) => (z >= threshold - 1e-9 ? 1 : 0);
