/** The logistic sigmoid of z; instructions.md beside this file says what that is. */
export function sigmoid(z: number): number {
  throw new Error('sigmoid is not written yet');
}
