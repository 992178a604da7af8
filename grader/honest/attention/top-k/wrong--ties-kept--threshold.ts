export function topK(logits: number[], k: number): number[] {
  if (!Number.isInteger(k) || k < 1 || k > logits.length) throw new RangeError('k');
  const threshold = [...logits].sort((a, b) => b - a)[k - 1];
  const masked = logits.map((z) => (z < threshold ? -Infinity : z));
  const max = Math.max(...masked);
  const e = masked.map((z) => Math.exp(z - max));
  const sum = e.reduce((a, b) => a + b, 0);
  return e.map((x) => x / sum);
}
