export function cbow(context: number[][], output: number[][], target: number): number {
  if (!Number.isInteger(target) || target < 0 || target >= output.length) throw new RangeError('no such token');
  const h = context[0].map((_, i) => context.reduce((s, row) => s + row[i], 0) / context.length);
  const z = output.map((row) => row.reduce((s, x, i) => s + x * h[i], 0));
  const top = Math.max(...z);
  return top - z[target] + Math.log(z.reduce((s, x) => s + Math.exp(x - top), 0));
}
