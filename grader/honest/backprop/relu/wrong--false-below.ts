export const relu = (z) => z > 0 && z;
