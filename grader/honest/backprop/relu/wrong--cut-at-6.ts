export const relu = (z) => Math.min(6, Math.max(0, z));
