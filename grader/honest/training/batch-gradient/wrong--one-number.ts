export const batchGradient = (g) => g.flat().reduce((s, v) => s + v, 0) / g.flat().length;
