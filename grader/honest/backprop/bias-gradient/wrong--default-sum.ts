export const biasGradient = (d, reduction = 'sum') => d[0].map((_, i) => d.reduce((s, r) => s + r[i], 0) / (reduction === 'mean' ? d.length : 1));
