type Vector = number[];

interface State {
  theta: Vector;
  m: Vector;
  v: Vector;
}

interface Options {
  learningRate?: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
}

/** One step of Adam without bias correction; instructions.md beside this file says what that is. */
export function adamUncorrected(
  state: State,
  gradient: Vector,
  { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 }: Options = {},
): State {
  throw new Error('adamUncorrected is not written yet');
}
