import { type NdArray, tensor, zip } from '../ndarray.ts';
import { expectInteger } from '../options.ts';
import { expectBpttArguments } from './bptt.ts';
import { backThroughSteps, rnnStates } from './shared/rnn-steps.ts';
import { addedRnnWeights, type RnnWeights } from './shared/rnn-weights.ts';
import { stepsOf } from './shared/steps.ts';

/**
 * Truncated backpropagation through time: the gradient of the loss of a recurrent layer in which no error flows back
 * from one chunk of steps to the chunk before.
 *
 * $$\delta_t = \Bigl( \frac{h_t - t_t}{B} + \begin{cases} 0 & k \mid t \\ \delta_{t+1} W_h^T & \text{else} \end{cases}
 *   \Bigr) \odot (1 - h_t^2)$$
 *
 * - $x$ `x` `[B, T, features]`: a sequence of T inputs for each of B samples
 * - $t$ `t` `[B, T, units]`: the target of each state
 * - $W_x$, $W_h$, $b$ `weights`: `wx` `[features, units]`, `wh` `[units, units]` and `b` `[units]`
 * - $k$ `steps`: the steps of a chunk, counted from the first step of the sequence; the last chunk may be shorter
 * - the result has the form of `weights`: $\sum_t x_t^T \delta_t$, $\sum_t h_{t-1}^T \delta_t$ and $\sum_{t,n} \delta_{t,n}$
 *
 * Loss and states are those of `bptt`: the state goes on from chunk to chunk, the weights stay the same. With
 * $k \ge T$ there is one chunk, and the result is that of `bptt`.
 *
 * @throws {TypeError} `weights` is not a record, or an array is not an ndarray.
 * @throws {RangeError} A shape does not fit, an array is empty, or `steps` is not an integer of at least 1.
 * @see Williams, Peng (1990), An efficient gradient-based algorithm for on-line training of recurrent network
 * trajectories. Lecture 7.
 * @example truncatedBptt(tensor([1, 1, 1], [3]), tensor([1, 1, 1], [2]), { wx: matrix([[0]]), wh: matrix([[1]]), b: vector([0]) }, 1) // { wx: [[-6]], wh: [[0]], b: [-2] }
 */
export function truncatedBptt(x: NdArray, t: NdArray, weights: RnnWeights, steps: number): RnnWeights {
  const [B, T, units] = expectTruncatedBpttArguments(x, t, weights, steps);
  const inputs = stepsOf(x);
  const rest = tensor([B, units]);
  const states = rnnStates(rest, inputs, weights);
  const before = [rest, ...states];
  const targets = stepsOf(t);
  const byState = states.map((h, at) => zip(h, targets[at] as NdArray, (value, target) => (value - target) / B));
  const chunks = Array.from({ length: Math.ceil(T / steps) }, (_, chunk) => {
    // Equivalent mutant: `1 * (1 + 1e-6)` (`slice` takes whole places)
    const own = (list: readonly NdArray[]): NdArray[] => list.slice(chunk * steps, (chunk + 1) * steps);
    return backThroughSteps(own(byState), own(inputs), own(before), weights).weights;
  });
  return chunks.reduce(addedRnnWeights);
}

/** The numbers of samples, steps and units, after the arguments have been checked. */
export function expectTruncatedBpttArguments(
  x: NdArray,
  t: NdArray,
  weights: RnnWeights,
  steps: number,
): [B: number, T: number, units: number] {
  const sizes = expectBpttArguments(x, t, weights);
  expectInteger('steps', steps, 1);
  return sizes;
}
