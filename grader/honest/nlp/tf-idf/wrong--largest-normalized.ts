interface Options {
  smooth?: boolean;
  normalize?: boolean;
}

export function tfIdf(counts: number[][], options: Options = {}): number[][] {
  const normalize = options.normalize !== false;
  const k = options.smooth === false ? 0 : 1;
  const n = counts.length;
  const weights: number[] = [];
  for (let t = 0; t < counts[0].length; t++) {
    let df = 0;
    for (let d = 0; d < n; d++) if (counts[d][t] > 0) df++;
    weights.push(df === 0 ? 0 : 1 + Math.log((n + k) / (df + k)));
  }
  const rows: number[][] = [];
  for (const row of counts) {
    const w = row.map((c, t) => c * weights[t]);
    const size = Math.max(...w);
    rows.push(normalize && size !== 0 ? w.map((x) => x / size) : w);
  }
  return rows;
}
