type Vector = number[];

/** The error signals of the last layer; instructions.md beside this file says what they are. */
export function outputDelta(y: Vector, t: Vector, d: Vector, loss: 'mse' | 'half' = 'mse'): Vector {
  throw new Error('outputDelta is not written yet');
}
