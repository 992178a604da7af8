import type { Misconception } from '../entry/entry.ts';
import { activation as functionOf } from '../perceptron/shared/activation.ts';
import { nth } from '../values/nth.ts';
import { mapNumbers } from '../values/tree.ts';
import type { Matrix } from '../values/value.ts';
import type { RnnCell } from './rnn-cell.ts';
import { plainDrives, recurrentTransposed } from './shared/plain-rnn.ts';
import type { RnnWeightsOf } from './shared/rnn-inputs.ts';

const drives = (x: Matrix, h: Matrix, weights: RnnWeightsOf): Matrix =>
  x.map((row, n) => plainDrives(row, nth(h, n), weights));

/** A step with other weights. */
const weighted =
  (of: (weights: RnnWeightsOf) => RnnWeightsOf): RnnCell =>
  (x, h, weights, activation = 'tanh') =>
    mapNumbers(drives(x, h, of(weights)), functionOf[activation]);

/** A step by one function, whatever the option says. */
const always =
  (f: (z: number) => number): RnnCell =>
  (x, h, weights) =>
    mapNumbers(drives(x, h, weights), f);

export const misconceptions: readonly Misconception<RnnCell>[] = [
  {
    id: 'rnnCell/recurrent-missing',
    title: 'the old state takes no part',
    hint: 'A recurrent layer remembers: add h wh to x wx before the activation.',
    caughtBy: 'it equals its concatenated form',
    implementation: weighted(({ wx, wh, b }) => ({ wx, wh: mapNumbers(wh, () => 0), b })),
  },
  {
    id: 'rnnCell/recurrent-transposed',
    title: 'the recurrent weights are transposed',
    hint: 'wh[k][j] leads from unit k of the old state to unit j of the new one: h is a row, so take h wh, not wh h.',
    caughtBy: 'the rows of wh belong to the old state',
    implementation: weighted(recurrentTransposed),
  },
  {
    id: 'rnnCell/bias-ignored',
    title: 'the biases are left out',
    hint: 'Each unit has a bias: add b before the activation.',
    caughtBy: 'a bias is the weight of an input that is always 1',
    implementation: weighted(({ wx, wh, b }) => ({ wx, wh, b: b.map(() => 0) })),
  },
  {
    id: 'rnnCell/activation-ignored',
    title: 'one activation is taken whatever the argument says',
    hint: 'The last argument names the activation: tanh if it is absent, else sigmoid or relu where it says so.',
    caughtBy: ['drives of ln 3', 'drives of ln 3, sigmoid'],
    implementation: always(functionOf.tanh),
    readings: [always(functionOf.sigmoid), always(functionOf.relu)],
  },
  {
    id: 'rnnCell/linear',
    title: 'the drives are returned without an activation',
    hint: 'The sum x wx + h wh + b is the drive only: the state is its activation.',
    caughtBy: 'drives of ln 3',
    implementation: always(functionOf.identity),
  },
];
