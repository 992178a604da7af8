const dot = (a, b) => { let sum = 0, c = 0; for (let i = 0; i < a.length; i++) { const y = a[i] * b[i] - c, t = sum + y; c = t - sum - y; sum = t; } return sum; };
const slope = (z) => Math.exp(-z) / (1 + Math.exp(-z)) ** 2;
export const hiddenDelta = (deltaNext, wNext, d) => wNext.slice(0, -1).map((row, i) => dot(row, deltaNext) * slope(d[i]));
