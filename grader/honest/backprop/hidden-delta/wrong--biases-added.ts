const s = (z) => 1 / (1 + Math.exp(-z));

export const hiddenDelta = (deltaNext, wNext, d) => d.map((z, i) => deltaNext.reduce((p, e, k) => p + e * (wNext[i][k] + wNext.at(-1)[k]), 0) * s(z) * s(-z));
