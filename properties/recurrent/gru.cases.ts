import type { Entry } from '../entry/entry.ts';
import { take } from '../inputs/inputs.ts';
import type { Gru } from './gru.ts';
import { gruWeights, ZERO_GRU } from './shared/gru-inputs.ts';
import { gateOf } from './shared/lstm-inputs.ts';

const drawn = [0.5, -1.25, 0.75, 1.5, -0.25, 2, -1, 0.125, 1.75, -0.5, -1.5, 0.625, 0.375];
const small = gruWeights(take(drawn), 1, 1);
const square = gruWeights(take(drawn), 2, 2);
const ln3 = Math.log(3);

export const edges: Entry<Gru>['edges'] = {
  'one of everything': [[[[1.5]]], small],
  'one step, reset after': [[[[1.5, -1]], [[0.5, 2]]], square, { resetAfter: true }],
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
  'one sample, reset after': [
    [
      [
        [1.5, -1],
        [0.5, 2],
        [0, -0.25],
      ],
    ],
    square,
    { resetAfter: true },
  ],
  'as many samples as steps': [
    [
      [[1.5], [-1]],
      [[0.5], [2]],
    ],
    small,
    { resetAfter: false },
  ],
  'more samples than steps': [
    [
      [[1.5], [-1]],
      [[0.5], [2]],
      [[0.25], [-2]],
    ],
    small,
    {},
  ],
  'no input': [[[[0], [0], [0]]], small],
  palindrome: [[[[1], [-2], [1]]], small, { resetAfter: true }],
  'weights of 0': [[[[1], [-2], [3]]], ZERO_GRU],
  decimals: [
    [[[0.1], [-0.7]]],
    {
      update: { w: [[0.3], [-0.7]], b: [1.1] },
      reset: { w: [[0.9], [2.3]], b: [-0.1] },
      candidate: { w: [[-1.1], [0.7]], b: [0.3] },
    },
  ],
};

export const illegal: Entry<Gru>['illegal'] = {
  'another number of features': { args: [[[[1, 2]]], small], names: 'weights.update.w' },
  'a bias too many': {
    args: [[[[1]]], { ...ZERO_GRU, reset: { w: [[0], [0]], b: [0, 0] } }],
    names: 'weights.reset.b',
  },
};

export const hardCases: Entry<Gru>['hardCases'] = {
  'one sample': (x) => x.length === 1,
  'several samples': (x) => x.length > 1,
  'one step': (x) => x[0]?.length === 1,
  'two steps': (x) => x[0]?.length === 2,
  'three steps or more': (x) => (x[0]?.length ?? 0) > 2,
  'as many samples as steps, above 1': (x) => x.length > 1 && x.length === x[0]?.length,
  'more samples than steps': (x) => x.length > (x[0]?.length ?? 0),
  'one feature': (x) => x[0]?.[0]?.length === 1,
  'two features, one unit': (x, { update }) => x[0]?.[0]?.length === 2 && update.b.length === 1,
  'one feature, two units': (x, { update }) => x[0]?.[0]?.length === 1 && update.b.length === 2,
  'an entry of 0': (x) => x.flat(2).includes(0),
  'reset after, several steps': (x, _weights, options) => options?.resetAfter === true && (x[0]?.length ?? 0) > 1,
  'reset before, several steps': (x, _weights, options) => options?.resetAfter !== true && (x[0]?.length ?? 0) > 1,
};

export const worked: Entry<Gru>['worked'] = [
  {
    name: 'the candidate from its bias only',
    origin: 'by hand: z = 1/2, the candidate 4/5: 2/5, then 1/5 + 2/5, then 3/10 + 2/5',
    args: [[[[1], [-2], [3]]], { ...ZERO_GRU, candidate: gateOf(0, 0, ln3) }],
    expected: [[[0.4], [0.6], [0.7]]],
  },
  {
    name: 'the update gate keeps the state',
    origin: 'by hand: z = 3/4, the candidate 4/5 where x is 1 and 0 where it is 0: 1/4 of it, then 3/4 of that',
    args: [
      [
        [[1], [0]],
        [[0], [1]],
      ],
      { ...ZERO_GRU, update: gateOf(0, 0, ln3), candidate: gateOf(0, ln3, 0) },
    ],
    expected: [
      [[0.2], [0.15]],
      [[0], [0.2]],
    ],
  },
  {
    name: 'the state comes before the input, and is reset',
    origin: 'by hand: z = 1/2, r = 1/4: 2/5 by the input, then 1/4 * 2/5 * 10 ln 3 gives 4/5: half of each',
    args: [[[[1], [0]]], { ...ZERO_GRU, reset: gateOf(0, 0, -ln3), candidate: gateOf(10 * ln3, ln3, 0) }],
    expected: [[[0.4], [0.6]]],
  },
];
