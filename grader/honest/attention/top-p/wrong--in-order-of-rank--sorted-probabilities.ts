export function topP(logits: number[], p: number): number[] {
  if (p < 0 || p > 1) throw new RangeError('p');
  const max = Math.max(...logits);
  const e = logits.map((z) => Math.exp(z - max));
  const total = e.reduce((a, b) => a + b, 0);
  const probs = e.map((x) => x / total);
  const sorted = probs.slice().sort((a, b) => b - a);
  let sum = 0;
  let n = 0;
  while (sum < p && n < sorted.length) sum += sorted[n++];
  return sorted.map((x, i) => (i < n ? x / sum : 0));
}
