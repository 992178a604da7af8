export function topP(logits: number[], p: number): number[] {
  if (p < 0 || p > 1) throw new RangeError('p');
  const max = Math.max(...logits);
  const e = logits.map((z) => Math.exp(z - max));
  const total = e.reduce((a, b) => a + b, 0);
  const probs = e.map((x) => x / total);
  const order = [...probs.keys()].sort((a, b) => probs[a] - probs[b]);
  let sum = 0;
  let n = 0;
  while (sum < p && n < order.length) sum += probs[order[n++]];
  const kept = new Set(order.slice(0, Math.max(n, 1)));
  return probs.map((x, i) => (kept.has(i) ? x / sum : 0));
}
