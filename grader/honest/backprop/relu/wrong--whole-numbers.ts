export const relu = (z) => (z > 0 ? z | 0 : 0);
