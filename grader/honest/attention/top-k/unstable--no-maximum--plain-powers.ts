export function topK(logits: number[], k: number): number[] {
  if (!Number.isInteger(k) || k < 1 || k > logits.length) throw new RangeError('k');
  const kept = [...logits.keys()].sort((a, b) => logits[b] - logits[a]).slice(0, k);
  const sum = kept.map((i) => Math.exp(logits[i])).reduce((a, b) => a + b, 0);
  return logits.map((z, i) => (kept.includes(i) ? Math.exp(z) / sum : 0));
}
