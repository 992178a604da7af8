export function topP(logits: number[], p: number): number[] {
  if (p < 0 || p > 1) throw new RangeError('p');
  const max = Math.max(...logits);
  const e = logits.map((z) => Math.exp(z - max));
  const total = e.reduce((a, b) => a + b, 0);
  const probs = e.map((x) => x / total);
  return p >= 0 ? probs : [];
}
