export const hiddenDelta = (deltaNext, [, ...w], d) => w.map((row, i) => { const a = 1 / (1 + Math.exp(-d[i])); return a * (1 - a) * row.reduce((s, v, k) => s + v * deltaNext[k], 0); });
