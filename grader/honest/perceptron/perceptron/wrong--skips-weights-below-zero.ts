export const perceptron = (x, w, b) => { if (x.length !== w.length) throw new Error(); return x.reduce((s, v, i) => s + v * Math.abs(w[i]), b) >= 0 ? 1 : 0; };
