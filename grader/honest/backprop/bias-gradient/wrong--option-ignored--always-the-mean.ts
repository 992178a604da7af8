export const biasGradient = (d) => d[0].map((_, i) => d.reduce((s, r) => s + r[i], 0) / d.length);
