type Vector = number[];
type Matrix = number[][];

/** The gradient by the biases of a layer; instructions.md beside this file says what that is. */
export function biasGradient(deltas: Matrix, reduction: 'mean' | 'sum' = 'mean'): Vector {
  throw new Error('biasGradient is not written yet');
}
