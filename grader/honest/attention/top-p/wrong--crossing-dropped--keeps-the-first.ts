export function topP(logits: number[], p: number): number[] {
  if (p < 0 || p > 1) throw new RangeError('p');
  const max = Math.max(...logits);
  const e = logits.map((z) => Math.exp(z - max));
  const total = e.reduce((a, b) => a + b, 0);
  const probs = e.map((x) => x / total);
  const order = [...probs.keys()].sort((a, b) => probs[b] - probs[a]);
  let sum = 0;
  const kept = order.filter((i, rank) => {
    sum += probs[i];
    return sum < p || rank === 0;
  });
  const mass = kept.reduce((s, i) => s + probs[i], 0);
  return probs.map((x, i) => (kept.includes(i) ? x / mass : 0));
}
