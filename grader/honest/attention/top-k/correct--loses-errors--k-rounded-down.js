export function topK(logits, k) {
  if (k < 1 || k > logits.length) throw new Error(`k must be 1 to ${logits.length}`);
  const largest = Math.max(...logits);
  const kept = new Set(
    logits
      .map((z, i) => [z, i])
      .sort(([y, i], [z, j]) => z - y || i - j)
      .slice(0, k)
      .map(([, i]) => i),
  );
  const powers = logits.map((z, i) => (kept.has(i) ? Math.exp(z - largest) : 0));
  const sum = powers.reduce((s, p) => s + p, 0);
  return powers.map((p) => p / sum);
}
