export const miniBatches = (indices, batchSize) => {
  if (!Number.isSafeInteger(batchSize) || batchSize < 1) throw new Error('batchSize must be a positive integer');
  return indices.reduce((out, v, k) => { if (k % batchSize === 0) out.push([]); out.at(-1).push(v); return out; }, []);
};
