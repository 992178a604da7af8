function softmax(z: number[]): number[] {
  const m = Math.max(...z);
  const e = z.map((x) => Math.exp(x - m));
  const s = e.reduce((a, b) => a + b, 0);
  return e.map((x) => x / s);
}

export function cbow(context: number[][], output: number[][], target: number): number {
  if (!(target in output)) throw new Error('target out of range');
  const h = context[0].map((_, i) => context.map((row) => row[i]).reduce((a, b) => a + b, 0) / context.length);
  const p = softmax(output.map((row) => row.reduce((s, x, i) => s + x * h[i], 0)));
  return -Math.log(p[target]);
}
