const s = (z) => 1 / (1 + Math.exp(-z));
export const hiddenDelta = (dn, w, d) => d.map((z, i) => dn.reduce((p, e, k) => p + e * w[i][d.length === dn.length ? k : 0], 0) * s(z) * s(-z));
