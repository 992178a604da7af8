const s = (z) => 1 / (1 + Math.exp(-z));
export const hiddenDelta = (dn, w, d) => Array.from(d, (z, i) => s(z) * (1 - s(z)) * w[i + 1].map((v, k) => v * dn[k]).reduce((p, q) => p + q));
