export const step = (z, threshold = 0) => (z === threshold ? 0.5 : z > threshold ? 1 : 0);
