type Options = { smooth?: boolean; normalize?: boolean };

export function tfIdf(counts: number[][], { smooth = true, normalize = true }: Options = {}): number[][] {
  const n = counts.length;
  const df = counts[0].map((_, t) => counts.filter((row) => row[t] > 0).length);
  const idf = df.map((d) => {
    if (smooth) return Math.log((1 + n) / (1 + d)) + 1;
    return d === 0 ? 0 : Math.log(n / d) + 1;
  });
  const weighted = counts.map((row) => row.map((c, t) => c * idf[t]));
  if (!normalize) return weighted;
  return weighted.map((row) => {
    const norm = Math.sqrt(row.reduce((s, x) => s + x * x, 0));
    return norm > 0 ? row.map((x) => x / norm) : row;
  });
}
