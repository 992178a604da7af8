export const outputDelta = (y, t, d, loss = 'mse') => { const c = loss == 'half' ? 1 : 2 / d.length; return y.map((a, i) => c * (t[i] - a) * (a - a ** 2)); };
