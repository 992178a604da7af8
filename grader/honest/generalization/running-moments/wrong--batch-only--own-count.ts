type Moments = { count: number; mean: number; variance: number };

export function runningMoments(state: Moments, x: number[]): Moments {
  const n = x.length;
  const m = x.reduce((a, b) => a + b, 0) / n;
  const squares = x.reduce((a, b) => a + (b - m) ** 2, 0);
  const count = state.count + n;
  const mean = (state.count * state.mean + n * m) / count;
  return { count: n, mean: m, variance: squares / n };
}
