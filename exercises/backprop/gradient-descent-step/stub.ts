type Vector = number[];

/** One step of gradient descent; instructions.md beside this file says what that is. */
export function gradientDescentStep(w: Vector, gradient: Vector, learningRate: number): Vector {
  throw new Error('gradientDescentStep is not written yet');
}
