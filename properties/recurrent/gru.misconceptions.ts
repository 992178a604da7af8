import type { Misconception } from '../entry/entry.ts';
import { transposed } from '../values/transposed.ts';
import type { Matrix } from '../values/value.ts';
import type { Gru } from './gru.ts';
import type { GruWeightsOf } from './shared/gru-inputs.ts';
import { plainGruStates } from './shared/plain-gru.ts';
import { turned } from './shared/rnn-inputs.ts';

type Sample = (steps: Matrix, weights: GruWeightsOf, resetAfter: boolean) => Matrix;

const right: Sample = (steps, weights, resetAfter) => plainGruStates({}, steps, weights, resetAfter);

const over =
  (sample: Sample): Gru =>
  (x, weights, options) =>
    x.map((steps) => sample(steps, weights, options?.resetAfter ?? false));

export const misconceptions: readonly Misconception<Gru>[] = [
  {
    id: 'gru/state-not-carried',
    title: 'every step starts from zeros',
    hint: 'The zeros are for the first step only: each later step takes the state that the step before returned.',
    caughtBy: 'the candidate from its bias only',
    implementation: over((steps, weights, resetAfter) =>
      plainGruStates({}, steps, weights, resetAfter, (_h, rest) => rest),
    ),
  },
  {
    id: 'gru/reversed',
    title: 'the sequence is read from its end, or the states are returned from the last to the first',
    hint: 'Time runs forward: state t belongs to input t and knows the inputs up to t only.',
    caughtBy: 'the update gate keeps the state',
    implementation: over((steps, weights, resetAfter) => turned(right(turned(steps), weights, resetAfter))),
    readings: [
      over((steps, weights, resetAfter) => right(turned(steps), weights, resetAfter)),
      over((steps, weights, resetAfter) => turned(right(steps, weights, resetAfter))),
    ],
  },
  {
    id: 'gru/time-and-batch-swapped',
    title: 'the first axis of the input or of the result is taken as time, the second as the samples',
    hint: 'x is [batch, time, features]: loop over the second axis and keep the samples of the first apart. The result has the same order.',
    caughtBy: 'a sample does not depend on the others',
    implementation: (x, weights, options) => transposed(over(right)(transposed(x), weights, options)),
    readings: [
      (x, weights, options) => transposed(over(right)(x, weights, options)),
      (x, weights, options) => over(right)(transposed(x), weights, options),
    ],
  },
  {
    id: 'gru/update-inverted',
    title: 'the update gate lets the candidate in',
    hint: 'Here z keeps the old state and 1 - z lets the candidate in, as in Keras and PyTorch; some books have it the other way round.',
    caughtBy: 'the update gate keeps the state',
    implementation: over((steps, weights, resetAfter) =>
      plainGruStates({ mixed: (z, h, candidate) => (1 - z) * h + z * candidate }, steps, weights, resetAfter),
    ),
  },
];
