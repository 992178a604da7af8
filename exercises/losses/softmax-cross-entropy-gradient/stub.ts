type Matrix = number[][];

/** The gradient of the mean softmax cross-entropy by the logits; instructions.md beside this file says what that is. */
export function softmaxCrossEntropyGradient(logits: Matrix, t: Matrix): Matrix {
  throw new Error('softmaxCrossEntropyGradient is not written yet');
}
