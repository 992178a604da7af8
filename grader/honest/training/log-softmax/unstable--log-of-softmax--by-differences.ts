export const logSoftmax = (x) =>
  x.map((row) => row.map((zi) => Math.log(1 / row.reduce((s, zj) => s + Math.exp(zj - zi), 0))));
