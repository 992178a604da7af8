export function topK(logits: number[], k: number): number[] {
  if (!Number.isInteger(k) || k < 1 || k > logits.length) throw new RangeError('k');
  const order = [...logits.keys()].sort((a, b) => logits[b] - logits[a]).slice(0, k - 1);
  const max = Math.max(...logits);
  const sum = order.reduce((s, i) => s + Math.exp(logits[i] - max), 0);
  return logits.map((z, i) => (order.includes(i) ? Math.exp(z - max) / sum : 0));
}
