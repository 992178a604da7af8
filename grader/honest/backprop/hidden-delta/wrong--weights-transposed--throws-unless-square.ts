const s = (z) => 1 / (1 + Math.exp(-z));
export const hiddenDelta = (dn, w, d) => { if (d.length !== dn.length) throw new Error('x'); return d.map((z, i) => dn.reduce((p, e, k) => p + e * w[k][i], 0) * s(z) * s(-z)); };
