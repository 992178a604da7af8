export function topK(logits: number[], k: number): number[] {
  if (!Number.isInteger(k) || k < 1 || k > logits.length) throw new RangeError('k');
  const kept = [...logits.keys()].sort((a, b) => logits[b] - logits[a]).slice(0, k);
  const masked = new Array(logits.length).fill(0);
  for (const i of kept) masked[i] = logits[i];
  const max = Math.max(...masked);
  const e = masked.map((z) => Math.exp(z - max));
  const sum = e.reduce((a, b) => a + b, 0);
  return e.map((x) => x / sum);
}
