export const relu = (z) => (z > 0 ? z : z / 4);
