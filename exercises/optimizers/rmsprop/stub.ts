type Vector = number[];

interface State {
  theta: Vector;
  v: Vector;
}

interface Options {
  learningRate?: number;
  rho?: number;
  epsilon?: number;
  epsilonInside?: boolean;
}

/** One step of RMSProp; instructions.md beside this file says what that is. */
export function rmsprop(
  state: State,
  gradient: Vector,
  { learningRate = 0.001, rho = 0.9, epsilon = 1e-7, epsilonInside = false }: Options = {},
): State {
  throw new Error('rmsprop is not written yet');
}
