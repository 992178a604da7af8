export function topP(logits: number[], p: number): number[] {
  if (p < 0 || p > 1) throw new RangeError('p');
  const max = Math.max(...logits);
  const e = logits.map((z) => Math.exp(z - max));
  const total = e.reduce((a, b) => a + b, 0);
  const probs = e.map((x) => x / total);
  const kept = probs.map((x) => (x < p ? 0 : x));
  const mass = kept.reduce((a, b) => a + b, 0);
  return kept.map((x) => x / mass);
}
