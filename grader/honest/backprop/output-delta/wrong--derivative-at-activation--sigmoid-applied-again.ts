const sig = (z) => 1 / (1 + Math.exp(-z)); const prime = (z) => sig(z) * sig(-z);
export const outputDelta = (y, t, d, loss = 'mse') => d.map((_, i) => ((y[i] - t[i]) * prime(y[i]) * (loss === 'half' ? y.length : 2)) / y.length);
