export const relu = (z) => Math.min(0, z);
