type Vector = number[];

/** Whether a neuron fires; instructions.md beside this file says when it does. */
export function perceptron(x: Vector, w: Vector, bias: number): number {
  throw new Error('perceptron is not written yet');
}
