export const biasGradient = (d, reduction = 'mean') => d.map((r) => r.reduce((p, q) => p + q) / (reduction === 'mean' ? r.length : 1));
