export function runningMoments({ count, mean, variance }, x) {
  const n = x.length;
  const all = count + n;
  const m = x.reduce((a, b) => a + b) / n;
  const squares = x.reduce((a, b) => a + (b - m) ** 2, 0);
  const d = m - mean;
  return { count: all, mean: (mean + m) / 2, variance: (count * variance + squares + (d * d * count * n) / all) / all };
}
