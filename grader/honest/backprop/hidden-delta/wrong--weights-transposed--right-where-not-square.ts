const s = (z) => 1 / (1 + Math.exp(-z));
export const hiddenDelta = (dn, w, d) => d.map((z, i) => dn.reduce((p, e, k) => p + e * (d.length === dn.length ? w[k][i] : w[i][k]), 0) * s(z) * s(-z));
