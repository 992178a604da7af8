export const perceptron = (x, w, threshold) => { if (x.length !== w.length) throw new Error(); return x.reduce((s, v, i) => s + v * w[i], 0) >= threshold ? 1 : 0; };
