export function tfIdf(
  counts: number[][],
  { smooth = true, normalize = true }: { smooth?: boolean; normalize?: boolean } = {},
): number[][] {
  const k = smooth ? 1 : 0;
  const df = counts[0].map((_, t) => counts.filter((row) => row[t] > 0).length);
  return counts.map((row) => {
    const total = row.reduce((s, c) => s + c, 0);
    const w = row.map((c, t) => (c === 0 ? 0 : (c / total) * (Math.log((counts.length + k) / (df[t] + k)) + 1)));
    const norm = Math.hypot(...w);
    return normalize && norm > 0 ? w.map((x) => x / norm) : w;
  });
}
