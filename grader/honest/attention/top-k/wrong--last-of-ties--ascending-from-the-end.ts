export function topK(logits: number[], k: number): number[] {
  if (!Number.isInteger(k) || k < 1 || k > logits.length) throw new RangeError('k');
  const kept = new Set([...logits.keys()].sort((a, b) => logits[a] - logits[b]).slice(-k));
  const max = Math.max(...logits);
  const e = logits.map((z, i) => (kept.has(i) ? Math.exp(z - max) : 0));
  const sum = e.reduce((a, b) => a + b, 0);
  return e.map((x) => x / sum);
}
