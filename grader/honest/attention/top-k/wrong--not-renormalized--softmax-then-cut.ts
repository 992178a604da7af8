export function topK(logits: number[], k: number): number[] {
  if (!Number.isInteger(k) || k < 1 || k > logits.length) throw new RangeError('k');
  const max = logits.reduce((a, b) => Math.max(a, b));
  const e = logits.map((z) => Math.exp(z - max));
  const sum = e.reduce((a, b) => a + b, 0);
  const p = e.map((x) => x / sum);
  const kept = p.map((x, i) => [x, i]).sort(([a, i], [b, j]) => b - a || i - j).slice(0, k).map(([, i]) => i);
  return p.map((x, i) => (kept.includes(i) ? x : 0));
}
