const outer = (a, d) => a.map((x) => d.map((y) => x * y));
const add = (p, q) => p.map((r, j) => r.map((v, i) => v + q[j][i]));
export const weightGradient = (deltas, activations, reduction = 'mean') => {
  const total = deltas.map((d, n) => outer(activations[n], d)).reduce(add);
  return reduction === 'sum' ? total : total.map((r) => r.map((v) => v / deltas.length));
};
