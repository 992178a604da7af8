export function topP(logits: number[], p: number): number[] {
  if (p < 0 || p > 1) throw new RangeError('p');
  const max = Math.max(...logits);
  const e = logits.map((z) => Math.exp(z - max));
  const total = e.reduce((a, b) => a + b, 0);
  const probs = e.map((x) => x / total);
  const order = [...probs.keys()].sort((a, b) => probs[b] - probs[a]);
  const out = probs.map(() => 0);
  let sum = 0;
  for (const i of order) {
    if (sum + probs[i] >= p) break;
    sum += probs[i];
    out[i] = probs[i];
  }
  return sum === 0 ? out : out.map((x) => x / sum);
}
