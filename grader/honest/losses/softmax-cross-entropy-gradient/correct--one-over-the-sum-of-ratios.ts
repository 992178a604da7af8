export const softmaxCrossEntropyGradient = (z, t) => z.map((r, n) => r.map((a, i) => (1 / r.reduce((s, b) => s + Math.exp(b - a), 0) - t[n][i]) / z.length));
