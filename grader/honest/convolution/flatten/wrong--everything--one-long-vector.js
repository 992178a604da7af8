export const flatten = (x) => x.flat(Infinity);
