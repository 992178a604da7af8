export const biasGradient = (d, reduction = 'mean') => [d[0].map((_, i) => d.reduce((s, r) => s + r[i], 0) / (reduction === 'mean' ? d.length : 1))];
