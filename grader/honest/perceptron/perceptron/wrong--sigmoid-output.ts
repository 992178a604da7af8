export const perceptron = (x, w, b) => { if (x.length !== w.length) throw new Error(); return 1 / (1 + Math.exp(-x.reduce((s, v, i) => s + v * w[i], b))); };
