export const outputDelta = (y, t, d, loss = 'mse') => { const all = y.map((a, i) => (loss === 'mse' ? 2 / y.length : 1) * (a - t[i]) * a * (1 - a)); return all.reduce((p, q) => p + q); };
