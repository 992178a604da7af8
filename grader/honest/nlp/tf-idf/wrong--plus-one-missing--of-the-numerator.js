export function tfIdf(counts, { smooth = true, normalize = true } = {}) {
  const n = counts.length;
  const idf = counts[0].map((_, t) => {
    const df = counts.filter((row) => row[t] > 0).length;
    if (df === 0) return 0;
    return Math.log(n / (df + (smooth ? 1 : 0))) + 1;
  });
  return counts.map((row) => {
    const w = row.map((c, t) => c * idf[t]);
    const norm = Math.hypot(...w);
    return normalize && norm > 0 ? w.map((x) => x / norm) : w;
  });
}
