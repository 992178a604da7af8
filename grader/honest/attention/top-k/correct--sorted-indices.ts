export function topK(logits: number[], k: number): number[] {
  if (!Number.isInteger(k) || k < 1 || k > logits.length) throw new RangeError(`k must be in 1..${logits.length}`);
  const order = logits.map((_, i) => i).sort((a, b) => logits[b] - logits[a] || a - b);
  const result = new Array<number>(logits.length).fill(0);
  const max = logits[order[0]];
  let total = 0;
  for (const i of order.slice(0, k)) {
    result[i] = Math.exp(logits[i] - max);
    total += result[i];
  }
  return result.map((e) => e / total);
}
