type Vector = number[];
type Matrix = number[][];
type Sequence = number[][][];
type Gate = { w: Matrix; b: Vector };
type Weights = { forget: Gate; input: Gate; candidate: Gate; output: Gate };

/** The hidden states of an LSTM over a sequence; instructions.md beside this file says what they are. */
export function lstm(x: Sequence, weights: Weights): Sequence {
  throw new Error('lstm is not written yet');
}
