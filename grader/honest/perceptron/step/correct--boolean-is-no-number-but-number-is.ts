export const step = (z, threshold = 0) => Number(Boolean(z > threshold || z === threshold));
