export const sigmoid = (z) => +(1 / (1 + Math.exp(-z))).toFixed(10);
