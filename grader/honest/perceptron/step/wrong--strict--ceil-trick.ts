export const step = (z, threshold = 0) => Math.max(0, Math.sign(z - threshold));
