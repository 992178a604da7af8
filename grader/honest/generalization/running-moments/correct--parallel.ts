type Moments = { count: number; mean: number; variance: number };

export function runningMoments(state: Moments, x: number[]): Moments {
  const n = x.length;
  const m = x.reduce((a, b) => a + b, 0) / n;
  const v = x.reduce((a, b) => a + (b - m) ** 2, 0) / n;
  const count = state.count + n;
  const [a, b] = [state.count / count, n / count];
  const shift = m - state.mean;
  return { count, mean: state.mean + b * shift, variance: a * state.variance + b * v + a * b * shift * shift };
}
