type Matrix = number[][];

/** The KL divergence from the standard normal; instructions.md beside this file says what that is. */
export function klStandardNormal(mean: Matrix, logVariance: Matrix): number {
  throw new Error('klStandardNormal is not written yet');
}
