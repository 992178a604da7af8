export const miniBatches = (indices, batchSize) => indices.filter((_, k) => k % batchSize === 0).map((_, k) => indices.slice(k * batchSize, (k + 1) * batchSize));
