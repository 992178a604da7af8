export function dropout(
  x: number[][],
  random: number[][],
  { rate = 0.5, training = true }: { rate?: number; training?: boolean } = {},
): number[][] {
  if (rate < 0 || rate > 1) throw new RangeError('rate');
  if (x.length !== random.length || x.some((row, n) => row.length !== random[n]!.length)) throw new Error('shape');
  if (!training) return x.map((row) => [...row]);
  const mask = random.map((row) => row.map((r) => r >= rate));
  return x.map((row, n) => row.map((v, i) => (mask[n]![i] ? v / (1 - rate) : 0)));
}
