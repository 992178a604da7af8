type Matrix = number[][];

/** The log-softmax of each row; instructions.md beside this file says what that is. */
export function logSoftmax(logits: Matrix): Matrix {
  throw new Error('logSoftmax is not written yet');
}
