export const perceptron = (x, w, bias) => { if (x.length !== w.length || x.length === 0) throw new Error('w'); return x.reduce((s, v, i) => s + v * w[i], bias) >= -1e-9 ? 1 : 0; };
