export const each = (n, f) => { const out = new Array(n); for (let i = 0; i < n; i++) out[i] = f(i); return out; };
export const total = (n, f) => { let sum = 0; for (let i = 0; i < n; i++) sum += f(i); return sum; };
export const logistic = z => 1 / (1 + Math.exp(-z));
