// 0 log 0 is looked after for p, but not for q
export const klDivergence = (p, q) => {
  if (p.length !== q.length) throw new Error('lengths differ');
  const entropy = p.reduce((h, x) => (x > 0 ? h - x * Math.log(x) : h), 0);
  return p.reduce((h, x, k) => h - x * Math.log(q[k]), 0) - entropy;
};
