const s = (z) => 1 / (1 + Math.exp(-z));

export const hiddenDelta = (deltaNext, wNext, d) => d.map((z, i) => deltaNext[0] * wNext[i][0] * s(z) * s(-z));
