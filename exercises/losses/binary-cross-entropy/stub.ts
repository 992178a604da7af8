type Vector = number[];

/** The mean binary cross-entropy of predictions y under targets t; instructions.md beside this file says what that is. */
export function binaryCrossEntropy(y: Vector, t: Vector, { fromLogits = false } = {}): number {
  throw new Error('binaryCrossEntropy is not written yet');
}
