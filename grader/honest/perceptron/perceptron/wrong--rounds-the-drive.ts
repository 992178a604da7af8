export const perceptron = (x, w, b) => { if (x.length !== w.length) throw new Error(); return Math.round(x.reduce((s, v, i) => s + v * w[i], b)) >= 0 ? 1 : 0; };
