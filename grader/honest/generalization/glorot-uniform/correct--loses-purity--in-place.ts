export const glorotUniform = (u, i, o) => { const l = Math.sqrt(6 / (i + o)); for (const r of u) for (const k in r) r[k] = (r[k] + r[k] - 1) * l; return u; };
