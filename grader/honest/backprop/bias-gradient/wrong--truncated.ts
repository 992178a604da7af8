export const biasGradient = (d, reduction = 'mean') => d[0].map((_, i) => (d.reduce((s, r) => s + r[i] * 1e6, 0) | 0) / 1e6 / (reduction === 'mean' ? d.length : 1));
