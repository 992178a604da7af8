export function runningMoments(state, x) {
  const count = state.count + x.length;
  let sum = state.count * state.mean;
  let squares = state.count * (state.variance + state.mean ** 2);
  for (const v of x) {
    sum += v;
    squares += v * v;
  }
  const mean = sum / count;
  return { count, mean, variance: squares / count - mean * mean };
}
