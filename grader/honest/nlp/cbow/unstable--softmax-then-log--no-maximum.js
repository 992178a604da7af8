export function cbow(context, output, target) {
  if (!Number.isInteger(target) || target < 0 || target >= output.length) throw new Error('bad target');
  const h = context[0].map((_, i) => context.reduce((s, row) => s + row[i], 0) / context.length);
  const e = output.map((row) => Math.exp(row.reduce((s, x, i) => s + x * h[i], 0)));
  return -Math.log(e[target] / e.reduce((a, b) => a + b));
}
