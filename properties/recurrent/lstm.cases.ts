import type { Entry } from '../entry/entry.ts';
import { take } from '../inputs/inputs.ts';
import type { Lstm } from './lstm.ts';
import { gateOf, lstmWeights, separateWeights, ZERO_WEIGHTS } from './shared/lstm-inputs.ts';

const drawn = [0.5, -1.25, 0.75, 1.5, -0.25, 2, -1, 0.125, 1.75, -0.5, -1.5, 0.625, 0.375];
const single = lstmWeights(take(drawn), 1, 1);
const square = lstmWeights(take(drawn), 2, 2);
const ln3 = Math.log(3);

export const edges: Entry<Lstm>['edges'] = {
  'one of everything': [[[[1.5]]], single],
  'a cell that grows': [
    [[[1], [1], [1], [1], [1], [1]]],
    {
      forget: { w: [[0], [0]], b: [10] },
      input: { w: [[0], [0]], b: [10] },
      candidate: { w: [[0], [0]], b: [4] },
      output: { w: [[0], [0]], b: [0] },
    },
  ],
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
    single,
  ],
  'more samples than steps': [
    [
      [[1.5], [-1]],
      [[0.5], [2]],
      [[0.25], [-2]],
    ],
    single,
  ],
  'no input': [[[[0], [0], [0]]], single],
  palindrome: [[[[1], [-2], [1]]], single],
  'weights of 0': [[[[1], [-2], [3]]], ZERO_WEIGHTS],
  decimals: [
    [[[0.1]]],
    {
      forget: { w: [[0.3], [-0.7]], b: [1.1] },
      input: { w: [[0.9], [2.3]], b: [-0.1] },
      candidate: { w: [[-1.1], [0.7]], b: [0.3] },
      output: { w: [[0.2], [-0.9]], b: [0.7] },
    },
  ],
  'batch of 4, five steps': [
    [
      [[1], [-2], [0.5], [3], [-1]],
      [[0.5], [1], [-1], [2], [0.25]],
      [[-1], [0], [2], [1], [1.5]],
      [[2], [-0.5], [1], [-3], [0.5]],
    ],
    {
      forget: { w: [[0.5], [-1]], b: [1] },
      input: { w: [[1.5], [0.25]], b: [-0.5] },
      candidate: { w: [[-1], [0.5]], b: [0.25] },
      output: { w: [[0.75], [-0.5]], b: [0.5] },
    },
  ],
};

export const illegal: Entry<Lstm>['illegal'] = {
  'another number of features': { args: [[[[1, 2]]], single], names: 'weights.forget.w' },
  'an order for separate gates': { args: [[[[1]]], single, { gateOrder: 'fico' }], names: 'options.gateOrder' },
};

export const hardCases: Entry<Lstm>['hardCases'] = {
  'one sample': (x) => x.length === 1,
  'several samples': (x) => x.length > 1,
  'one step': (x) => x[0]?.length === 1,
  'two steps': (x) => x[0]?.length === 2,
  'three steps or more': (x) => (x[0]?.length ?? 0) > 2,
  'as many samples as steps, above 1': (x) => x.length > 1 && x.length === x[0]?.length,
  'more samples than steps': (x) => x.length > (x[0]?.length ?? 0),
  'one feature': (x) => x[0]?.[0]?.length === 1,
  'two features, one unit': (x, weights) => x[0]?.[0]?.length === 2 && separateWeights(weights).forget.b.length === 1,
  'one feature, two units': (x, weights) => x[0]?.[0]?.length === 1 && separateWeights(weights).forget.b.length === 2,
  'an entry of 0': (x) => x.flat(2).includes(0),
};

export const worked: Entry<Lstm>['worked'] = [
  {
    name: 'the candidate from its bias only',
    origin: 'by hand: every gate 1/2, the candidate 4/5; c = 2/5, then 1/5 + 2/5, then 3/10 + 2/5',
    args: [[[[1], [-2], [3]]], { ...ZERO_WEIGHTS, candidate: gateOf(0, 0, ln3) }],
    expected: [[[Math.tanh(0.4) / 2], [Math.tanh(0.6) / 2], [Math.tanh(0.7) / 2]]],
  },
  {
    name: 'the input at its own step',
    origin: 'by hand: every gate 1/2, the candidate 4/5 where x is 2 and 0 where it is 0',
    args: [
      [
        [[2], [0]],
        [[0], [2]],
      ],
      { ...ZERO_WEIGHTS, candidate: gateOf(0, ln3 / 2, 0) },
    ],
    expected: [
      [[Math.tanh(0.4) / 2], [Math.tanh(0.2) / 2]],
      [[0], [Math.tanh(0.4) / 2]],
    ],
  },
];
