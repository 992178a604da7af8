const dsigmoid = (x) => x * (1 - x);

export function outputDelta(y, t, d, loss = 'mse') {
  if (y.length !== t.length || y.length !== d.length) throw new Error('lengths');
  const factor = loss === 'mse' ? 2 / y.length : 1;
  return y.map((out, i) => {
    const error = out - t[i];
    return factor * error * dsigmoid(error);
  });
}
