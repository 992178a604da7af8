export function perceptron(x, w, bias) { if (x.length !== w.length) throw new Error(); let s = bias; for (let i = 0; i < Math.max(1, x.length - 1); i++) s += w[i] * x[i]; return s >= 0 ? 1 : 0; }
