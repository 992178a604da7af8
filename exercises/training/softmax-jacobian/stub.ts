type Vector = number[];
type Matrix = number[][];

/** The derivatives of the softmax of a vector; instructions.md beside this file says what they are. */
export function softmaxJacobian(logits: Vector): Matrix {
  throw new Error('softmaxJacobian is not written yet');
}
