export const tanh = (x) => Math.sinh(x) / Math.cosh(x);
