export const hiddenDelta = (deltaNext, wNext, d) => d.map((z, i) => deltaNext.reduce((p, e, k) => p + e * wNext[i][k], 0) * z * (1 - z));
