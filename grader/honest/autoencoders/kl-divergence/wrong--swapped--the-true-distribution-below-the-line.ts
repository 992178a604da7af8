export const klDivergence = (p, q) => {
  if (p.length !== q.length) throw new Error('lengths');
  return q.map((v, k) => (v === 0 ? 0 : v * Math.log(v / p[k]))).reduce((a, b) => a + b, 0);
};
