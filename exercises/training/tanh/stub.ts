/** The hyperbolic tangent of z; instructions.md beside this file says what that is. */
export function tanh(z: number): number {
  throw new Error('tanh is not written yet');
}
