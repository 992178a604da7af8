export const hiddenDelta = (deltaNext, wNext, d) => d.map((z, i) => deltaNext.reduce((p, e, k) => p + e * wNext[i][k], 0) * (1 - Math.tanh(z) ** 2));
