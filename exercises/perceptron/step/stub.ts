/** The step activation; instructions.md beside this file says what that is. */
export function step(z: number, threshold = 0): number {
  throw new Error('step is not written yet');
}
