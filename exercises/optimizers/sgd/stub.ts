type Vector = number[];

/** One step of stochastic gradient descent; instructions.md beside this file says what that is. */
export function sgd(theta: Vector, gradient: Vector, { learningRate = 0.01 }: { learningRate?: number } = {}): Vector {
  throw new Error('sgd is not written yet');
}
