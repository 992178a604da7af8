import type { Misconception } from '../entry/entry.ts';
import { transposed } from '../values/transposed.ts';
import type { Matrix } from '../values/value.ts';
import type { Rnn } from './rnn.ts';
import { plainStates, recurrentTransposed } from './shared/plain-rnn.ts';
import { type RnnWeightsOf, turned } from './shared/rnn-inputs.ts';

const over =
  (sample: (steps: Matrix, weights: RnnWeightsOf) => Matrix): Rnn =>
  (x, weights) =>
    x.map((steps) => sample(steps, weights));

export const misconceptions: readonly Misconception<Rnn>[] = [
  {
    id: 'rnn/state-not-carried',
    title: 'every step starts from zeros',
    hint: 'The zeros are for the first step only: each later step takes the state that the step before returned.',
    caughtBy: 'the state of the step before',
    implementation: over((steps, weights) => plainStates(steps, weights, (_h, rest) => rest)),
  },
  {
    id: 'rnn/reversed',
    title: 'the sequence is read from its end, or the states are returned from the last to the first',
    hint: 'Time runs forward: state t belongs to input t and knows the inputs up to t only.',
    caughtBy: 'the state of the step before',
    implementation: over((steps, weights) => turned(plainStates(turned(steps), weights))),
    readings: [
      over((steps, weights) => plainStates(turned(steps), weights)),
      over((steps, weights) => turned(plainStates(steps, weights))),
    ],
  },
  {
    id: 'rnn/time-and-batch-swapped',
    title: 'the first axis of the input or of the result is taken as time, the second as the samples',
    hint: 'x is [batch, time, features]: loop over the second axis and keep the samples of the first apart. The result has the same order.',
    caughtBy: 'a sample does not depend on the others',
    implementation: (x, weights) => transposed(transposed(x).map((steps) => plainStates(steps, weights))),
    readings: [
      (x, weights) => transposed(x.map((steps) => plainStates(steps, weights))),
      (x, weights) => transposed(x).map((steps) => plainStates(steps, weights)),
    ],
  },
  {
    id: 'rnn/recurrent-transposed',
    title: 'the recurrent weights are transposed',
    hint: 'wh[k][j] leads from unit k of the old state to unit j of the new one: h is a row, so take h wh, not wh h.',
    caughtBy: 'two units that exchange their states',
    implementation: over((steps, weights) => plainStates(steps, recurrentTransposed(weights))),
  },
];
