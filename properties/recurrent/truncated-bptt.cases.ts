import type { Entry } from '../entry/entry.ts';
import { take } from '../inputs/inputs.ts';
import { rnnWeights, single } from './shared/rnn-inputs.ts';
import type { TruncatedBptt } from './truncated-bptt.ts';

const square = rnnWeights(take([0.5, -1.25, 0.75, 1.5, -0.25, 2, -1, 0.125, 1.75, -0.5, -1.5, 0.625, 0.375]), 2, 2);
const small = single(0.5, -1.25, 0.75);
const five: [number[][][], number[][][]] = [
  [[[0.5], [-0.25], [0.75], [-1], [0.125]]],
  [[[0.5], [0.25], [-0.5], [0], [0.75]]],
];

export const edges: Entry<TruncatedBptt>['edges'] = {
  'one of everything': [[[[1.5]]], [[[0.5]]], small, 1],
  'chunks of one step': [...five, small, 1],
  'a short last chunk': [...five, small, 2],
  'a short last chunk of two': [...five, single(0.75, 1.25, -0.25), 3],
  'one chunk': [...five, small, 5],
  'more steps than there are': [...five, small, 9],
  'two equal chunks, two units': [
    [
      [
        [0.5, -1],
        [0.5, 0.25],
        [0, -0.25],
        [1, 0.5],
      ],
    ],
    [
      [
        [0.25, 0.5],
        [-0.5, 0],
        [0.75, -0.25],
        [0, 0.5],
      ],
    ],
    square,
    2,
  ],
  'three samples': [
    [
      [[1.5], [-1], [0.5]],
      [[0.5], [2], [-0.25]],
      [[0.25], [-2], [1]],
    ],
    [
      [[0.5], [-0.5], [0.25]],
      [[0.25], [0], [-1]],
      [[-0.75], [1], [0.5]],
    ],
    small,
    2,
  ],
  decimals: [[[[0.1], [-0.7], [0.2]]], [[[0.3], [-0.9], [0.4]]], single(0.3, 0.9, -0.2), 2],
};

export const illegal: Entry<TruncatedBptt>['illegal'] = {
  'no steps': { args: [[[[1]]], [[[1]]], small, 0], names: 'steps' },
  'a negative number of steps': { args: [[[[1]]], [[[1]]], small, -2], names: 'steps' },
  'steps not whole': { args: [[[[1], [2]]], [[[1], [2]]], small, 1.5], names: 'steps' },
  'a target too few': { args: [[[[1], [2]]], [[[1]]], small, 1], names: 't' },
  'targets of another batch': { args: [[[[1]]], [[[1]], [[1]]], small, 1], names: 't' },
  'another number of features': { args: [[[[1, 2]]], [[[1]]], small, 1], names: 'weights.wx' },
};

const length = (x: number[][][]): number => x[0]?.length ?? 0;

export const hardCases: Entry<TruncatedBptt>['hardCases'] = {
  'one sample': (x) => x.length === 1,
  'several samples': (x) => x.length > 1,
  'one step': (x) => length(x) === 1,
  'chunks of one step': (x, _t, _weights, steps) => length(x) > 1 && steps === 1,
  'equal chunks of two steps': (x, _t, _weights, steps) => length(x) === 4 && steps === 2,
  'a short last chunk': (x, _t, _weights, steps) => length(x) > steps && length(x) % steps !== 0,
  'one chunk of several steps': (x, _t, _weights, steps) => length(x) > 1 && steps === length(x),
  'more steps than there are': (x, _t, _weights, steps) => steps > length(x),
  'two units over several chunks': (x, _t, { b }, steps) => b.length === 2 && length(x) > steps,
  'as many samples as steps, above 1': (x) => x.length > 1 && x.length === length(x),
};

export const worked: Entry<TruncatedBptt>['worked'] = [
  {
    name: 'nothing flows back over the end of a chunk',
    origin: 'by hand: states 0, errors 0, 1, 1, 1: deltas 3, 1 in the first chunk and 1 + 3, 1 in the second',
    args: [[[[0], [0], [0], [0]]], [[[0], [-1], [-1], [-1]]], single(1, 3, 0), 2],
    expected: { wx: [[0]], wh: [[0]], b: [9] },
  },
  {
    name: 'the state goes on',
    origin: 'by hand: tanh(ln 3) is 8/10, then 0.8 wh + x wx = 0: deltas 0.3 * 0.36 and 1, h before the second 0.8',
    args: [[[[1], [-4 / Math.log(3)]]], [[[0.5], [-1]]], single(Math.log(3), 5, 0), 1],
    expected: { wx: [[0.108 - 4 / Math.log(3)]], wh: [[0.8]], b: [1.108] },
  },
  {
    name: 'two samples, the mean',
    origin: 'by hand: states 0, errors 1 and 3, halved for the mean; each times its input',
    args: [[[[2]], [[4]]], [[[-1]], [[-3]]], single(0, 7, 0), 1],
    expected: { wx: [[7]], wh: [[0]], b: [2] },
  },
];
