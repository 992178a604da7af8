export function topK(logits: number[], k: number): number[] {
  if (!Number.isInteger(k) || k < 1 || k > logits.length) throw new RangeError('k');
  const sorted = [...logits].sort((a, b) => b - a);
  const e = sorted.map((z, rank) => (rank < k ? Math.exp(z - sorted[0]) : 0));
  const sum = e.reduce((a, b) => a + b, 0);
  return e.map((x) => x / sum);
}
