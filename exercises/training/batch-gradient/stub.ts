type Vector = number[];
type Matrix = number[][];

/** The gradient of a batch; instructions.md beside this file says what that is. */
export function batchGradient(sampleGradients: Matrix): Vector {
  throw new Error('batchGradient is not written yet');
}
