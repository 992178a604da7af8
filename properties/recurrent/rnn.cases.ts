import type { Entry } from '../entry/entry.ts';
import { take } from '../inputs/inputs.ts';
import type { Rnn } from './rnn.ts';
import { rnnWeights, single } from './shared/rnn-inputs.ts';

const drawn = [0.5, -1.25, 0.75, 1.5, -0.25, 2, -1, 0.125, 1.75, -0.5, -1.5, 0.625, 0.375];
const square = rnnWeights(take(drawn), 2, 2);
const ln3 = Math.log(3);

export const edges: Entry<Rnn>['edges'] = {
  'one of everything': [[[[1.5]]], single(0.5, -1.25, 0.75)],
  'one step': [[[[1.5, -1]], [[0.5, 2]]], square],
  'one sample': [
    [
      [
        [1.5, -1],
        [0.5, 2],
        [0, -0.25],
      ],
    ],
    square,
  ],
  'as many samples as steps': [
    [
      [[1.5], [-1]],
      [[0.5], [2]],
    ],
    single(0.5, -1.25, 0.75),
  ],
  'more samples than steps': [
    [
      [[1.5], [-1]],
      [[0.5], [2]],
      [[0.25], [-2]],
    ],
    single(0.5, -1.25, 0.75),
  ],
  'no input': [[[[0], [0], [0]]], single(0.5, -1.25, 0.75)],
  palindrome: [[[[1], [-2], [1]]], single(0.5, -1.25, 0.75)],
  'weights of 0': [[[[1], [-2], [3]]], single(0, 0, 0)],
  'a state that stays': [[[[1], [0], [0], [0], [0], [0]]], single(2, 1.5, 0)],
  decimals: [[[[0.1], [-0.7]]], single(0.3, 0.9, -0.2)],
};

export const illegal: Entry<Rnn>['illegal'] = {
  'another number of features': { args: [[[[1, 2]]], single(1, 1, 1)], names: 'weights.wx' },
  'recurrent weights that are not square': {
    args: [[[[1]]], { wx: [[1]], wh: [[1], [1]], b: [1] }],
    names: 'weights.wh',
  },
};

export const hardCases: Entry<Rnn>['hardCases'] = {
  'one sample': (x) => x.length === 1,
  'several samples': (x) => x.length > 1,
  'one step': (x) => x[0]?.length === 1,
  'two steps': (x) => x[0]?.length === 2,
  'three steps or more': (x) => (x[0]?.length ?? 0) > 2,
  'as many samples as steps, above 1': (x) => x.length > 1 && x.length === x[0]?.length,
  'more samples than steps': (x) => x.length > (x[0]?.length ?? 0),
  'one feature': (x) => x[0]?.[0]?.length === 1,
  'two features, one unit': (x, { b }) => x[0]?.[0]?.length === 2 && b.length === 1,
  'one feature, two units': (x, { b }) => x[0]?.[0]?.length === 1 && b.length === 2,
  'an entry of 0': (x) => x.flat(2).includes(0),
};

export const worked: Entry<Rnn>['worked'] = [
  {
    name: 'the state of the step before',
    origin: 'by hand: tanh(ln 3) is 8/10, then 2 * 8/10 - 16/10 is 0, then tanh(-ln 3)',
    args: [[[[1], [-1.6], [-1]]], single(ln3, 2 * ln3, 0)],
    expected: [[[0.8], [0], [-0.8]]],
  },
  {
    name: 'two units that exchange their states',
    origin: 'by hand: the first unit sees the input, the second the first one a step later, ln 3 / 0.8 * 0.8',
    args: [
      [
        [[1], [0]],
        [[0], [-1]],
      ],
      {
        wx: [[ln3, 0]],
        wh: [
          [0, ln3 / 0.8],
          [0, 0],
        ],
        b: [0, 0],
      },
    ],
    expected: [
      [
        [0.8, 0],
        [0, 0.8],
      ],
      [
        [0, 0],
        [-0.8, 0],
      ],
    ],
  },
];
