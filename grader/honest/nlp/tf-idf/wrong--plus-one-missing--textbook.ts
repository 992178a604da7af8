export function tfIdf(
  counts: number[][],
  { smooth = true, normalize = true }: { smooth?: boolean; normalize?: boolean } = {},
): number[][] {
  const k = smooth ? 1 : 0;
  const idf = counts[0].map((_, t) => {
    const df = counts.reduce((s, row) => s + (row[t] > 0 ? 1 : 0), 0);
    return df + k === 0 ? 0 : Math.log((counts.length + k) / (df + k));
  });
  return counts.map((row) => {
    const w = row.map((c, t) => c * idf[t]);
    const norm = Math.sqrt(w.reduce((s, x) => s + x ** 2, 0));
    return normalize && norm > 0 ? w.map((x) => x / norm) : w;
  });
}
