export function perceptron(x, w, bias) { if (x.length !== w.length) throw new Error(); let s = bias; for (let i = x.length - 1; i >= 0; --i) s += w[i] * x[i]; return s; }
