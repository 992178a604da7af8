const factor = { half: () => -1, mse: (m) => -2 / m };
const slope = (z) => { const p = 1 / (1 + Math.exp(-z)); return p - p * p; };
export const outputDelta = (...args) => { const [y, t, d, loss] = args; return t.map((target, i) => factor[loss ?? 'mse'](t.length) * (target - y[i]) * slope(d[i])); };
