type Matrix = number[][];

/** A sample by the reparameterization trick; instructions.md beside this file says what that is. */
export function reparameterize(mean: Matrix, logVariance: Matrix, noise: Matrix): Matrix {
  throw new Error('reparameterize is not written yet');
}
