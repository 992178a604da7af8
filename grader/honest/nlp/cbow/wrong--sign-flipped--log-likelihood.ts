export function cbow(context: number[][], output: number[][], target: number): number {
  if (!Number.isInteger(target) || target < 0 || target >= output.length) throw new RangeError('target');
  const h = context[0].map((_, i) => context.reduce((s, row) => s + row[i], 0) / context.length);
  const z = output.map((row) => row.reduce((s, x, i) => s + x * h[i], 0));
  const m = Math.max(...z);
  return z[target] - m - Math.log(z.reduce((s, x) => s + Math.exp(x - m), 0));
}
