export const relu = (z) => (z > 0 ? 1 : 0);
