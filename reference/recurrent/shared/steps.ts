import { matrixShape, type NdArray, sequenceShape, tensor } from '../../ndarray.ts';

/** The matrix `[B, k]` of one step of `[B, T, k]`. */
export function stepOf(sequence: NdArray, t: number): NdArray {
  const [B, , width] = sequenceShape('sequence', sequence); // equivalent mutant: `""` (it always has that rank)
  const step = tensor([B, width]);
  // Equivalent mutants: one more n, k (what they write is overwritten, or beyond the end and ignored)
  for (let n = 0; n < B; n++) for (let k = 0; k < width; k++) step.set(n, k, sequence.get(n, t, k));
  return step;
}

/** The matrices `[B, k]` of all steps of `[B, T, k]`. */
export function stepsOf(sequence: NdArray): NdArray[] {
  const [, T] = sequenceShape('sequence', sequence); // equivalent mutant: `""` (it always has that rank)
  return Array.from({ length: T }, (_, t) => stepOf(sequence, t));
}

/** The sequence `[B, T, k]` of T matrices `[B, k]`. */
export function sequenceOf(steps: readonly NdArray[]): NdArray {
  const [B, width] = matrixShape('steps[0]', steps[0] as NdArray); // equivalent mutant: `""` (it always has that rank)
  const sequence = tensor([B, steps.length, width]);
  steps.forEach((step, t) => {
    // Equivalent mutants: one more n (what it writes beyond the end is ignored)
    for (let n = 0; n < B; n++) for (let k = 0; k < width; k++) sequence.set(n, t, k, step.get(n, k));
  });
  return sequence;
}
