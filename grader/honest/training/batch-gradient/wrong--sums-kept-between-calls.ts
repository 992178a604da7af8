const sums = []; let n = 0;
export const batchGradient = (g) => { for (const r of g) { n++; r.forEach((v, p) => { sums[p] = (sums[p] ?? 0) + v; }); } return g[0].map((_, p) => sums[p] / n); };
