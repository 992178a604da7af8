import type { Entry } from '../entry/entry.ts';
import { take } from '../inputs/inputs.ts';
import { rnnWeights, single } from './shared/rnn-inputs.ts';
import type { StackedRnn } from './stacked-rnn.ts';

const fill = take([0.5, -1.25, 0.75, 1.5, -0.25, 2, -1, 0.125, 1.75, -0.5, -1.5, 0.625, 0.375]);
const [first, second, third] = [rnnWeights(fill, 2, 1), rnnWeights(fill, 1, 2), rnnWeights(fill, 2, 2)];
const small = single(0.5, -1.25, 0.75);
const ln3 = Math.log(3);
const x = [
  [
    [1.5, -1],
    [0.5, 2],
    [0, -0.25],
  ],
];

export const edges: Entry<StackedRnn>['edges'] = {
  'one of everything': [[[[1.5]]], [small]],
  'two layers': [x, [first, second]],
  'three layers, the last state': [x, [first, second, third], { kind: 'many-to-one' }],
  'three layers, all states': [x, [first, second, third], { kind: 'many-to-many' }],
  'one step repeated': [[[[1.5, -1]], [[0.5, 2]]], [first, second], { kind: 'one-to-many', steps: 3 }],
  'one step, not repeated': [[[[1.5, -1]]], [first, second], { kind: 'one-to-many', steps: 1 }],
  'layers alike': [[[[1.5], [-1]]], [small, small], {}],
  'no input': [[[[0], [0]]], [small, small]],
  decimals: [[[[0.1], [-0.7]]], [single(0.3, 0.9, -0.2), single(-0.7, 0.1, 0.3)]],
};

export const illegal: Entry<StackedRnn>['illegal'] = {
  'no layers': { args: [[[[1]]], []], names: 'layers' },
  'layers that do not fit': { args: [[[[1]]], [small, first]], names: 'layers[1].wx' },
  'another number of features': { args: [[[[1, 2]]], [small]], names: 'layers[0].wx' },
  'several steps to be repeated': {
    args: [[[[1], [2]]], [small], { kind: 'one-to-many', steps: 2 }],
    names: 'x',
  },
  'no steps for one-to-many': { args: [[[[1]]], [small], { kind: 'one-to-many' }], names: 'options.steps' },
  'steps for many-to-many': { args: [[[[1]]], [small], { steps: 2 }], names: 'options.steps' },
};

export const hardCases: Entry<StackedRnn>['hardCases'] = {
  'one sample': (sequence) => sequence.length === 1,
  'several samples': (sequence) => sequence.length > 1,
  'several steps': (sequence) => (sequence[0]?.length ?? 0) > 1,
  'one layer': (_x, layers) => layers.length === 1,
  'two layers': (_x, layers) => layers.length === 2,
  'three layers': (_x, layers) => layers.length === 3,
  'layers of different widths': (_x, layers) => new Set(layers.map(({ b }) => b.length)).size > 1,
  'many-to-one of several steps': (sequence, _layers, options) =>
    options?.kind === 'many-to-one' && (sequence[0]?.length ?? 0) > 1,
  'one-to-many of several steps': (_x, _layers, options) => (options?.steps ?? 0) > 1,
};

export const worked: Entry<StackedRnn>['worked'] = [
  {
    name: 'two layers',
    origin: 'by hand: the first gives 8/10 and 0, the second tanh(0.8 ln 3 / 0.8) and tanh(0)',
    args: [[[[1], [-1.6]]], [single(ln3, 2 * ln3, 0), single(ln3 / 0.8, 0, 0)]],
    expected: [[[0.8], [0]]],
  },
  {
    name: 'the last state alone',
    origin: 'by hand: 8/10, then tanh(ln 3 (0 + 2 * 0.8 - 0.6))',
    args: [[[[1], [-0.6]]], [single(ln3, 2 * ln3, 0)], { kind: 'many-to-one' }],
    expected: [[[0.8]]],
  },
  {
    name: 'one step repeated',
    origin: 'by hand: 8/10, then tanh(ln 3 (1 - 1/0.8 * 0.8)) = 0, then 8/10 again',
    args: [[[[1]]], [single(ln3, -ln3 / 0.8, 0)], { kind: 'one-to-many', steps: 3 }],
    expected: [[[0.8], [0], [0.8]]],
  },
];
