import type { Entry } from '../entry/entry.ts';
import { take } from '../inputs/inputs.ts';
import type { Bptt } from './bptt.ts';
import { rnnWeights, single } from './shared/rnn-inputs.ts';

const square = rnnWeights(take([0.5, -1.25, 0.75, 1.5, -0.25, 2, -1, 0.125, 1.75, -0.5, -1.5, 0.625, 0.375]), 2, 2);
const small = single(0.5, -1.25, 0.75);

export const edges: Entry<Bptt>['edges'] = {
  'one of everything': [[[[1.5]]], [[[0.5]]], small],
  'one step, two samples': [[[[1.5, -1]], [[0.5, 2]]], [[[0.25, -0.5]], [[1, 0]]], square],
  'two units over three steps': [
    [
      [
        [0.5, -1],
        [0.5, 0.25],
        [0, -0.25],
      ],
    ],
    [
      [
        [0.25, 0.5],
        [-0.5, 0],
        [0.75, -0.25],
      ],
    ],
    square,
  ],
  'three samples': [
    [
      [[1.5], [-1]],
      [[0.5], [2]],
      [[0.25], [-2]],
    ],
    [
      [[0.5], [-0.5]],
      [[0.25], [0]],
      [[-0.75], [1]],
    ],
    small,
  ],
  'five steps': [
    [[[0.5], [-0.25], [0.75], [-1], [0.125]]],
    [[[0.5], [0.25], [-0.5], [0], [0.75]]],
    single(0.75, 1.25, -0.25),
  ],
  'no input': [[[[0], [0], [0]]], [[[0.5], [-0.5], [0.25]]], small],
  'no recurrent weights': [[[[1.5], [-1], [0.25]]], [[[0.5], [-0.5], [0.25]]], single(0.5, 0, 0.75)],
  'targets met at rest': [[[[0], [0]]], [[[0], [0]]], single(0.5, -1.25, 0)],
  decimals: [[[[0.1], [-0.7]]], [[[0.3], [-0.9]]], single(0.3, 0.9, -0.2)],
};

export const illegal: Entry<Bptt>['illegal'] = {
  'a target too few': { args: [[[[1], [2]]], [[[1]]], small], names: 't' },
  'targets of another batch': { args: [[[[1]]], [[[1]], [[1]]], small], names: 't' },
  'targets of another size': { args: [[[[1]]], [[[1, 2]]], small], names: 't' },
  'another number of features': { args: [[[[1, 2]]], [[[1]]], small], names: 'weights.wx' },
};

export const hardCases: Entry<Bptt>['hardCases'] = {
  'one sample': (x) => x.length === 1,
  'several samples': (x) => x.length > 1,
  'one step': (x) => x[0]?.length === 1,
  'two steps': (x) => x[0]?.length === 2,
  'three steps or more': (x) => (x[0]?.length ?? 0) > 2,
  'as many samples as steps, above 1': (x) => x.length > 1 && x.length === x[0]?.length,
  'two features, one unit': (x, _t, { b }) => x[0]?.[0]?.length === 2 && b.length === 1,
  'one feature, two units': (x, _t, { b }) => x[0]?.[0]?.length === 1 && b.length === 2,
  'two units over several steps': (x, _t, { b }) => b.length === 2 && (x[0]?.length ?? 0) > 1,
  'an entry of 0': (x) => x.flat(2).includes(0),
};

export const worked: Entry<Bptt>['worked'] = [
  {
    name: 'the error of the last step flows back',
    origin:
      'by hand: states 0 and 0, targets 0 and -1: delta_2 = 1, delta_1 = 0 + 1 * 3; wx = 0 * 3 + 0 * 1, b = 3 + 1, wh = 0',
    args: [[[[0], [0]]], [[[0], [-1]]], single(1, 3, 0)],
    expected: { wx: [[0]], wh: [[0]], b: [4] },
  },
  {
    name: 'a state of 8/10',
    origin:
      'by hand: tanh(ln 3) is 8/10, then 0.8 wh + x wx = 0: delta_2 = 0 + 1 = 1, delta_1 = (0.3 + 5) * 0.36 = 1.908; ' +
      'wx = 1.908 - 4, wh = 0.8, b = 2.908',
    args: [[[[1], [-4 / Math.log(3)]]], [[[0.5], [-1]]], single(Math.log(3), 5, 0)],
    expected: { wx: [[1.908 - 4 / Math.log(3)]], wh: [[0.8]], b: [2.908] },
  },
  {
    name: 'two samples, the mean',
    origin: 'by hand: states 0, errors 1 and 3, halved for the mean; each times its input',
    args: [[[[2]], [[4]]], [[[-1]], [[-3]]], single(0, 7, 0)],
    expected: { wx: [[7]], wh: [[0]], b: [2] },
  },
];
