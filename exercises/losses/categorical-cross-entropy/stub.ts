type Vector = number[];
type Matrix = number[][];

/** The mean cross-entropy of predictions y under targets t; instructions.md beside this file says what that is. */
export function categoricalCrossEntropy(y: Matrix, t: Matrix | Vector, { fromLogits = false } = {}): number {
  throw new Error('categoricalCrossEntropy is not written yet');
}
