export const klDivergence = (p, q) => {
  if (p.length !== q.length) throw new RangeError('p and q must have the same length');
  return p.reduce((total, x, i) => (x > 0 ? total + x * Math.log2(x / q[i]) : total), 0);
};
