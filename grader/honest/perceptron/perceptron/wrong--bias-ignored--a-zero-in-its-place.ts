export const perceptron = (x, w, _bias) => { if (x.length !== w.length) throw new Error(); return x.map((v, i) => v * w[i]).reduceRight((a, b) => a + b, 0) < 0 ? 0 : 1; };
