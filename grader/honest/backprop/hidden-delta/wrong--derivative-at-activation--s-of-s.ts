const s = (z) => 1 / (1 + Math.exp(-z));

export const hiddenDelta = (deltaNext, wNext, d) => d.map((z, i) => { const a = s(z); return deltaNext.reduce((p, e, k) => p + e * wNext[i][k], 0) * s(a) * (1 - s(a)); });
