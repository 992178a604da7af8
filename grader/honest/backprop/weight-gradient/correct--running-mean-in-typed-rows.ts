export function weightGradient(deltas: number[][], activations: number[][], reduction?: 'mean' | 'sum'): Float64Array[] {
  const g = activations[0].map(() => new Float64Array(deltas[0].length));
  deltas.forEach((d, n) => g.forEach((row, j) => { for (const i of row.keys()) row[i] += (d[i] * activations[n][j] - row[i]) / (n + 1); }));
  if (reduction === 'sum') for (const row of g) for (const i of row.keys()) row[i] *= deltas.length;
  return g;
}
