export const relu = (z) => Math.log1p(Math.exp(z));
