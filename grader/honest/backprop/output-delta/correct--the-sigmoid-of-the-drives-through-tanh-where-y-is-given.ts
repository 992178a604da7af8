const s = (z) => (1 + Math.tanh(z / 2)) / 2;
export const outputDelta = (y, t, d, loss = 'mse') => d.map((z, i) => (loss === 'half' ? 1 : 2 / d.length) * (s(z) - t[i]) * s(z) * (1 - s(z)));
