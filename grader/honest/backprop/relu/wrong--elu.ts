export const relu = (z) => (z > 0 ? z : Math.expm1(z));
