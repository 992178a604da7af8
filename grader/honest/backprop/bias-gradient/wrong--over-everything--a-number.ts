export const biasGradient = (d, reduction = 'mean') => d.flat().reduce((p, q) => p + q) / (reduction === 'mean' ? d.length : 1);
