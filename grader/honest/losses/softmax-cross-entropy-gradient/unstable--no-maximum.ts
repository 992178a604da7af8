export const softmaxCrossEntropyGradient = (z, t) => z.map((r, n) => { const e = r.map(Math.exp), s = e.reduce((a, b) => a + b); return e.map((v, i) => (v / s - t[n][i]) / z.length); });
