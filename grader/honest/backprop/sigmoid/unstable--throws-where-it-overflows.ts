export const sigmoid = (z) => { const e = Math.exp(-z); if (e === Infinity) throw new RangeError('too small'); return 1 / (1 + e); };
