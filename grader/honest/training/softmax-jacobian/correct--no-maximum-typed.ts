export function softmaxJacobian(logits: number[]): Float64Array[] {
  const e = Float64Array.from(logits, Math.exp), s = e.reduce((a, b) => a + b), n = e.length;
  return Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_, j) => (i === j ? e[i] * (s - e[i]) : -e[i] * e[j]) / s ** 2));
}
