export function runningMoments({ count, mean, variance }, x) {
  const n = x.length;
  const m = x.reduce((a, b) => a + b) / n;
  const v = x.reduce((a, b) => a + (b - m) ** 2, 0) / n;
  if (count === 0) return { count: n, mean: m, variance: v };
  return { count: count + n, mean: (mean + m) / 2, variance: (variance + v) / 2 + ((mean - m) / 2) ** 2 };
}
