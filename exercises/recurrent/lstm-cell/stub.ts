type Vector = number[];
type Matrix = number[][];
type State = { h: Matrix; c: Matrix };
type Gate = { w: Matrix; b: Vector };
type Weights = { forget: Gate; input: Gate; candidate: Gate; output: Gate };

/** One step of an LSTM; instructions.md beside this file says what that is. */
export function lstmCell(x: Matrix, state: State, weights: Weights): State {
  throw new Error('lstmCell is not written yet');
}
