export function biasGradient(deltas: number[][], reduction: 'mean' | 'sum' = 'mean'): number[] {
  let total = 0;
  for (const row of deltas) for (const delta of row) total += delta;
  if (reduction === 'mean') total /= deltas.length;
  return deltas[0].map(() => total);
}
