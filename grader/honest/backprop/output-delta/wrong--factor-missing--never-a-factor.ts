export const outputDelta = (y, t, d, loss = 'mse') => y.map((a, i) => (a - t[i]) * a * (1 - a));
