export function topP(logits: number[], p: number): number[] {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p is ${p}`);
  const max = Math.max(...logits);
  const powers = logits.map((z) => Math.exp(z - max));
  const total = powers.reduce((a, b) => a + b, 0);
  const ranked = powers.map((e, i) => ({ i, p: e / total })).sort((a, b) => b.p - a.p);
  const result = logits.map(() => 0);
  let sum = 0;
  for (const token of ranked) {
    result[token.i] = token.p;
    sum += token.p;
    if (sum > p - 1e-3) break;
  }
  return result.map((v) => v / sum);
}
