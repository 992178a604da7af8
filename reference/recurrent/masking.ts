import { expectShape, flat, type NdArray, tensor } from '../ndarray.ts';
import { rnnSizes } from './rnn.ts';
import { rnnCell } from './rnn-cell.ts';
import type { RnnWeights } from './shared/rnn-weights.ts';
import { sequenceOf, stepsOf } from './shared/steps.ts';

/**
 * A recurrent layer that passes over masked steps: the state goes through them unchanged.
 *
 * $$h_t = \begin{cases} \tanh(x_t W_x + h_{t-1} W_h + b) & m_t = 1 \\ h_{t-1} & m_t = 0 \end{cases}, \qquad h_0 = 0$$
 *
 * - $x$ `x` `[B, T, features]`: a sequence of T inputs for each of B samples
 * - $m$ `mask` `[B, T]`: 1 for a step to be made, 0 for one to be passed over
 * - $W_x$, $W_h$, $b$ `weights`: `wx` `[features, units]`, `wh` `[units, units]` and `b` `[units]`
 * - $h$ `[B, T, units]`: a masked step gives out the state again that it found
 *
 * @throws {TypeError} `weights` is not a record, or an array is not an ndarray.
 * @throws {RangeError} A shape does not fit, an array is empty, or `mask` has an entry that is neither 0 nor 1.
 * @see Chollet et al., Keras: Masking and padding. Lecture 7.
 * @example masking(tensor([1, 2, 1], [1, 2]), matrix([[0, 0]]), { wx: matrix([[1]]), wh: matrix([[1]]), b: vector([1]) }) // [[[0], [0]]]
 */
export function masking(x: NdArray, mask: NdArray, weights: RnnWeights): NdArray {
  const [B, units] = expectMaskingArguments(x, mask, weights);
  let h = tensor([B, units]);
  const states = stepsOf(x).map((step, t) => {
    const made = rnnCell(step, h, weights);
    const before = h;
    h = tensor([B, units]);
    // Equivalent mutants: one more n, j (what they write is overwritten, or beyond the end and ignored)
    for (let n = 0; n < B; n++) {
      for (let j = 0; j < units; j++) h.set(n, j, (mask.get(n, t) === 1 ? made : before).get(n, j));
    }
    return h;
  });
  return sequenceOf(states);
}

/** The numbers of samples and units, after the arguments have been checked. */
export function expectMaskingArguments(x: NdArray, mask: NdArray, weights: RnnWeights): [B: number, units: number] {
  const [B, T, units] = rnnSizes(x, weights);
  expectShape('mask', mask, [B, T], 'an entry per sample and step');
  const other = flat(mask).find((m) => m !== 0 && m !== 1);
  if (other !== undefined) throw new RangeError(`mask: expected entries of 0 and 1, got ${other}`);
  return [B, units];
}
