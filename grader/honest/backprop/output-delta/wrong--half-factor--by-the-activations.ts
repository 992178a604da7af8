export const outputDelta = (y, t, d, loss = 'mse') => {
  const m = y.length;
  if (t.length !== m || d.length !== m) throw new RangeError('m');
  const lossGradient = { mse: (a, b) => (1 / m) * (a - b), half: (a, b) => a - b }[loss];
  return y.map((a, i) => lossGradient(a, t[i]) * a * (1 - a));
};
