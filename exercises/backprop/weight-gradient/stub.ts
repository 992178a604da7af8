type Matrix = number[][];

/** The gradient by the weights of a layer; instructions.md beside this file says what that is. */
export function weightGradient(deltas: Matrix, activations: Matrix, reduction: 'mean' | 'sum' = 'mean'): Matrix {
  throw new Error('weightGradient is not written yet');
}
