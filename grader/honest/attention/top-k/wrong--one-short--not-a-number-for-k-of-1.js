export function topK(logits, k) {
  if (k < 1 || k > logits.length || k % 1) throw new RangeError('k');
  const sorted = [...logits.keys()].sort((a, b) => logits[b] - logits[a]);
  const max = logits[sorted[0]];
  const e = logits.map((z, i) => (sorted.indexOf(i) + 1 < k ? Math.exp(z - max) : 0));
  const sum = e.reduce((a, b) => a + b, 0);
  return e.map((x) => x / sum);
}
