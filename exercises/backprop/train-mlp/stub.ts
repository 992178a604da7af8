type Vector = number[];
type Matrix = number[][];
type Layer = { w: Matrix; b: Vector };

/** The layers after some steps of gradient descent; instructions.md beside this file says what they are. */
export function trainMlp(
  x: Matrix,
  t: Matrix,
  layers: Layer[],
  { learningRate, steps }: { learningRate: number; steps: number },
): Layer[] {
  throw new Error('trainMlp is not written yet');
}
