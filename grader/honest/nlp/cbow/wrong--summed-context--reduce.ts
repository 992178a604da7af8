export function cbow(context: number[][], output: number[][], target: number): number {
  if (!Number.isInteger(target) || target < 0 || target >= output.length) throw new RangeError('target');
  const h = context.reduce((acc, row) => acc.map((x, i) => x + row[i]));
  const z = output.map((row) => row.reduce((s, x, i) => s + x * h[i], 0));
  const m = Math.max(...z);
  return Math.log(z.map((x) => Math.exp(x - m)).reduce((a, b) => a + b)) + m - z[target];
}
