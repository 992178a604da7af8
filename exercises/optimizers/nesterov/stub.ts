type Vector = number[];
type Matrix = number[][];

interface State {
  theta: Vector;
  m: Vector;
}

/** One step of Nesterov's accelerated gradient; instructions.md beside this file says what that is. */
export function nesterov(
  state: State,
  objective: { a: Matrix; b: Vector },
  { learningRate = 0.01, gamma = 0.9 }: { learningRate?: number; gamma?: number } = {},
): State {
  throw new Error('nesterov is not written yet');
}
