/** The derivative of the sigmoid at the drive z; instructions.md beside this file says what that is. */
export function sigmoidDerivative(z: number): number {
  throw new Error('sigmoidDerivative is not written yet');
}
