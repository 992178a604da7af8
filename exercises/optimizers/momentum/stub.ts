type Vector = number[];

interface State {
  theta: Vector;
  m: Vector;
}

/** One step of gradient descent with momentum; instructions.md beside this file says what that is. */
export function momentum(
  state: State,
  gradient: Vector,
  { learningRate = 0.01, gamma = 0.9 }: { learningRate?: number; gamma?: number } = {},
): State {
  throw new Error('momentum is not written yet');
}
