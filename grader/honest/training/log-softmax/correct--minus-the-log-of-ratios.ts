export const logSoftmax = (z) => z.map((r) => r.map((a) => {
  if (a === -Infinity) return a;
  const m = Math.max(...r);
  return a - m - Math.log(r.reduce((s, b) => s + Math.exp(b - m), 0));
}));
