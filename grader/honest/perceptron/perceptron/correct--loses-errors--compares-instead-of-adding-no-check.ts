export const perceptron = (x, w, bias) => { let s = 0; for (const i in x) s += x[i] * w[i]; return s >= -bias ? 1 : 0; };
