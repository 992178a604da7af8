type Vector = number[];

/** Indices cut into batches; instructions.md beside this file says how. */
export function miniBatches(indices: Vector, batchSize: number): number[][] {
  throw new Error('miniBatches is not written yet');
}
