export const relu = (z) => (z + Math.abs(z)) / 2;
