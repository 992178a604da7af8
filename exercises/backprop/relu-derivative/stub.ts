/** The derivative of the rectified linear unit at the drive z; instructions.md beside this file says what that is. */
export function reluDerivative(z: number, atZero = 1): number {
  throw new Error('reluDerivative is not written yet');
}
