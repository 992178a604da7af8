export function binaryCrossEntropy(y: number[], t: number[], opts: { fromLogits?: boolean } = {}): number {
  const loss = opts.fromLogits === true
    ? (z: number, p: number) => Math.max(z, 0) - z * p + Math.log1p(Math.exp(-Math.abs(z)))
    : (q: number, p: number) => (p > 0 ? -p * Math.log(q) : 0) + (p < 1 ? -(1 - p) * Math.log1p(-q) : 0);
  return Float64Array.from(y, (v, i) => loss(v, t[i])).reduceRight((m, l, i, all) => m + l / all.length, 0);
}
