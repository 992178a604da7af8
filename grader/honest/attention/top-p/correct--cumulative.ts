function softmax(z: number[]): number[] {
  const m = Math.max(...z);
  const e = z.map((x) => Math.exp(x - m));
  const s = e.reduce((a, b) => a + b, 0);
  return e.map((x) => x / s);
}

export function topP(logits: number[], p: number): number[] {
  if (!(p >= 0 && p <= 1)) throw new RangeError('p must be within 0..1');
  const probs = softmax(logits);
  const order = probs.map((_, i) => i).sort((a, b) => probs[b] - probs[a]);
  const kept: number[] = [];
  let cumulative = 0;
  for (const i of order) {
    kept.push(i);
    cumulative += probs[i];
    if (cumulative >= p) break;
  }
  return probs.map((x, i) => (kept.includes(i) ? x / cumulative : 0));
}
