export const batchGradient = (g) => g[0].map((_, p) => g.reduce((s, r) => s + r[p], 0) / (g.length > 1 ? g.length - 1 : 1));
