export function cbow(context: number[][], output: number[][], target: number): number {
  if (!Number.isInteger(target) || target < 0 || target >= output.length) throw new RangeError('target');
  const h = context[0].map((_, i) => context.reduce((s, row) => s + row[i], 0) / context.length);
  const z = output.map((row) => row.reduce((s, x, i) => s + x * h[i], 0));
  const p = z.map((x) => Math.exp(x - z[target]));
  return Math.log2(p.reduce((a, b) => a + b, 0));
}
