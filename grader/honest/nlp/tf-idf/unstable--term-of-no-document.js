export function tfIdf(counts, options = {}) {
  const { smooth = true, normalize = true } = options;
  const s = smooth ? 1 : 0;
  const idf = counts[0].map((_, t) => {
    let df = 0;
    for (const row of counts) if (row[t]) df++;
    return Math.log((counts.length + s) / (df + s)) + 1;
  });
  return counts.map((row) => {
    const w = row.map((c, t) => c * idf[t]);
    const norm = Math.hypot(...w);
    return normalize && norm !== 0 ? w.map((x) => x / norm) : w;
  });
}
