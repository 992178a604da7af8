export function cbow(context, output, target) {
  if (!(target in output)) throw new Error('no such token');
  const h = context[0].map((_, i) => context.reduce((s, row) => s + row[i], 0) / context.length);
  const z = output.map((row) => row.reduce((s, x, i) => s + x * h[i], 0));
  const m = Math.max(...z);
  const e = z.map((x) => Math.exp(x - m));
  return -Math.log(e[target] / e.reduce((a, b) => a + b) + 1e-12);
}
