export const batchGradient = (g) => Object.keys(g[0]).map((p) => g.reduceRight((s, r) => s + r[p], 0) / g.length);
