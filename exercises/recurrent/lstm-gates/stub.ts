type Vector = number[];
type Matrix = number[][];
type Gate = { w: Matrix; b: Vector };
type Weights = { forget: Gate; input: Gate; candidate: Gate; output: Gate };
type Gates = { forget: Matrix; input: Matrix; candidate: Matrix; output: Matrix };

/** The gates and the candidate of an LSTM; instructions.md beside this file says what they are. */
export function lstmGates(x: Matrix, h: Matrix, weights: Weights): Gates {
  throw new Error('lstmGates is not written yet');
}
