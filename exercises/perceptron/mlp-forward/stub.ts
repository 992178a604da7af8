type Vector = number[];
type Matrix = number[][];

interface Layer {
  w: Matrix;
  b: Vector;
  activation: 'identity' | 'sigmoid' | 'tanh' | 'relu';
}

/** What each layer of a network computes; instructions.md beside this file says what that is. */
export function mlpForward(x: Matrix, layers: Layer[]): { drives: Matrix[]; activations: Matrix[] } {
  throw new Error('mlpForward is not written yet');
}
