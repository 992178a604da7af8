type Vector = number[];
type Matrix = number[][];

/** The error signals of a hidden layer; instructions.md beside this file says what they are. */
export function hiddenDelta(deltaNext: Vector, wNext: Matrix, d: Vector): Vector {
  throw new Error('hiddenDelta is not written yet');
}
