export const relu = (z) => Math.max(0, -z);
