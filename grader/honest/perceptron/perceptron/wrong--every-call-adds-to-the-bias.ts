let extra = 0;
export const perceptron = (x, w, b) => { if (x.length !== w.length) throw new Error(); extra += 0.5; return x.reduce((s, v, i) => s + v * w[i], b + extra) >= 0 ? 1 : 0; };
