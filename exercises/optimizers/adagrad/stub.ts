type Vector = number[];

interface State {
  theta: Vector;
  v: Vector;
}

interface Options {
  learningRate?: number;
  epsilon?: number;
  epsilonInside?: boolean;
}

/** One step of AdaGrad; instructions.md beside this file says what that is. */
export function adagrad(
  state: State,
  gradient: Vector,
  { learningRate = 0.001, epsilon = 1e-7, epsilonInside = false }: Options = {},
): State {
  throw new Error('adagrad is not written yet');
}
