export const outputDelta = (y, t, d, loss = 'mse') => y.map((a, i) => (loss === 'mse' ? 2 / y.length : 0.5) * (a - t[i]) * a * (1 - a));
