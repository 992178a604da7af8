function* chunks(a, n) { for (let i = 0; i < a.length; i += n) yield a.slice(i, i + n); }
export function miniBatches(indices, batchSize) { if (!(batchSize >= 1) || !Number.isInteger(batchSize)) throw new RangeError('batchSize'); return [...chunks(indices, batchSize)]; }
