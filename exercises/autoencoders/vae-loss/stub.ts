type Matrix = number[][];

/** The loss of a variational autoencoder; instructions.md beside this file says what that is. */
export function vaeLoss(
  x: Matrix,
  reconstruction: Matrix,
  mean: Matrix,
  logVariance: Matrix,
  { beta = 1 }: { beta?: number } = {},
): number {
  throw new Error('vaeLoss is not written yet');
}
