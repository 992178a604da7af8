export function outputDelta(outputs: number[], targets: number[], d: number[], loss: 'mse' | 'half' = 'mse') {
  if (outputs.length !== targets.length || d.length !== targets.length) throw new Error('lengths differ');
  const deltas: number[] = [];
  for (let i = 0; i < outputs.length; i++) {
    const e = targets[i] - outputs[i];
    deltas[i] = -e * e * (1 - e);
    if (loss === 'mse') deltas[i] *= 2 / outputs.length;
  }
  return deltas;
}
