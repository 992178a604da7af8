export const sigmoid = (z) => Math.fround(1 / (1 + Math.exp(-z)));
