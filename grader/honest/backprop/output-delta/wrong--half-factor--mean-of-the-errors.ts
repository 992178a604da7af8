const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

export function outputDelta(y: number[], t: number[], d: number[], loss = 'mse'): number[] {
  if (y.length !== t.length || y.length !== d.length) throw new Error('lengths differ');
  const n = loss === 'half' ? 1 : y.length;
  const result: number[] = [];
  for (let i = 0; i < y.length; i++) {
    const s = sigmoid(d[i]);
    result.push(((y[i] - t[i]) / n) * s * (1 - s));
  }
  return result;
}
