export const outputDelta = (y, t, d, loss = 'mse') => y.map((a, i) => (loss === 'half' ? a - t[i] : (2 * (a - t[i])) / y.length));
