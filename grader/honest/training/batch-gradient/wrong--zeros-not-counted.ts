export const batchGradient = (g) => g[0].map((_, p) => { const c = g.map((r) => r[p]).filter((v) => v !== 0); return c.length ? c.reduce((s, v) => s + v, 0) / c.length : 0; });
