export function dropout(
  x: number[][],
  random: number[][],
  { rate = 0.5, training = true }: { rate?: number; training?: boolean } = {},
): number[][] {
  if (rate < 0 || rate > 1) throw new RangeError('rate');
  if (x.length !== random.length || x[0]!.length !== random[0]!.length) throw new Error('shape');
  if (!training) return x;
  return x.map((row, n) => row.map((v, i) => (random[n]![i]! < rate ? v / (1 - rate) : 0)));
}
