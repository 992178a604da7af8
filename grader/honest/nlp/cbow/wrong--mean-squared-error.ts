export function cbow(context: number[][], output: number[][], target: number): number {
  if (!Number.isInteger(target) || target < 0 || target >= output.length) throw new RangeError('target');
  const h = context[0].map((_, i) => context.reduce((s, row) => s + row[i], 0) / context.length);
  return h.reduce((s, x, i) => s + (x - output[target][i]) ** 2, 0) / h.length;
}
