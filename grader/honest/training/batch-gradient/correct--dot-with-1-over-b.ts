export function batchGradient(G) { const w = 1 / G.length; const out = new Float64Array(G[0].length); for (const r of G) r.forEach((v, p) => { out[p] += w * v; }); return [...out]; }
