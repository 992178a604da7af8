export function topK(logits: number[], k: number): number[] {
  if (!Number.isInteger(k) || k < 1 || k > logits.length) throw new RangeError('k');
  const order = [...logits.keys()].sort((a, b) => logits[a] - logits[b]).slice(0, k);
  const max = Math.max(...order.map((i) => logits[i]));
  const out = logits.map(() => 0);
  let sum = 0;
  for (const i of order) sum += out[i] = Math.exp(logits[i] - max);
  return out.map((x) => x / sum);
}
