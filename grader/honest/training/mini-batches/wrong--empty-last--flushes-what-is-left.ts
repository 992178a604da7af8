export function miniBatches(indices: number[], batchSize: number): number[][] {
  if (!Number.isInteger(batchSize) || batchSize <= 0) throw new RangeError('batchSize must be a positive integer');
  const batches: number[][] = [];
  let batch: number[] = [];
  for (const index of indices) {
    batch.push(index);
    if (batch.length === batchSize) {
      batches.push(batch);
      batch = [];
    }
  }
  batches.push(batch);
  return batches;
}
