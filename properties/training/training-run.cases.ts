import type { Entry } from '../entry/entry.ts';
import { completeOptions } from '../parameters/completed.ts';
import { linear } from '../perceptron/shared/layer-inputs.ts';
import type { Matrix, Vector } from '../values/value.ts';
import { options } from './shared/run-inputs.ts';
import type { TrainingRun } from './training-run.ts';

const blank = linear([[0, 0]], [0, 0]);

/** The classes of points left and right of 0. */
const sides: [Matrix, Vector] = [
  [[-1.5], [0.5], [2], [-0.25], [1]],
  [0, 1, 1, 0, 1],
];

const ln3 = Math.log(3);

const s2 = 1 / (1 + Math.exp(-2));

export const edges: Entry<TrainingRun>['edges'] = {
  'no epoch': [...sides, [linear([[0.5, -0.25]], [0.125, 0])], []],
  'one sample': [[[1.5]], [1], [linear([[0.5, -0.25]], [0.125, 0])], [[], []], { learningRate: 0.5 }],
  'one class': [[[1.5], [-2]], [0, 0], [linear([[0.5]], [0.125])], [[0.25]], { learningRate: 0.5 }],
  'two layers, the last batch short': [
    ...sides,
    [
      { w: [[0.75, -0.5, 0.25]], b: [0.125, 0, -0.25], activation: 'tanh' },
      linear(
        [
          [0.5, -0.25],
          [-0.75, 1],
          [0.25, 0.5],
        ],
        [0.125, 0],
      ),
    ],
    [
      [0.25, 0.5, 0.125, 0.75],
      [0.5, 0, 0.875, 0.375],
    ],
    { learningRate: 0.5, batchSize: 2 },
  ],
  'soft targets': [
    [[1], [-1]],
    [
      [0.25, 0.75],
      [0.5, 0.5],
    ],
    [linear([[0.5, -0.25]], [0.125, 0])],
    [[0.75]],
    {},
  ],
  'a batch larger than the data': [
    ...sides,
    [linear([[0.5, -0.25]], [0.125, 0])],
    [[0.5, 0.5, 0.5, 0.5]],
    { batchSize: 64 },
  ],
  'one sample more than a batch by default': [
    Array.from({ length: 33 }, (_, n) => [(n - 16) / 8]),
    Array.from({ length: 33 }, (_, n) => n % 2),
    [linear([[0.5, -0.25]], [0.125, 0])],
    [Array.from({ length: 32 }, (_, i) => i / 32)],
    { learningRate: 0.5 },
  ],
};

export const illegal: Entry<TrainingRun>['illegal'] = {
  'weights of other inputs': { args: [[[1, 2]], [0], [blank], []], names: 'layers[0].w' },
  'class too large': { args: [[[1]], [2], [blank], []], names: 't[0]' },
  'targets of another shape': { args: [[[1]], [[1, 0, 0]], [blank], []], names: 't' },
  'an epoch with too many numbers': { args: [[[1], [2]], [0, 1], [blank], [[0.5], [0.5, 0.5]]], names: 'random[1]' },
};

export const hardCases: Entry<TrainingRun>['hardCases'] = {
  'no epoch': (_x, _t, _l, random) => random.length === 0,
  'several epochs': (_x, _t, _l, random) => random.length > 1,
  'one sample': (x) => x.length === 1,
  'one class': (_x, _t, layers) => layers.at(-1)?.b.length === 1,
  'class indices': (_, t) => typeof t[0] === 'number',
  'rows of targets': (_, t) => typeof t[0] !== 'number',
  'two layers': (_x, _t, layers) => layers.length === 2,
  'a relu inside': (_x, _t, layers) => layers.length === 2 && layers[0]?.activation === 'relu',
  'batches of several, the last short': (x, _t, _l, _r, o) =>
    o?.batchSize !== undefined && o.batchSize > 1 && x.length > o.batchSize && x.length % o.batchSize !== 0,
  'batches of one': (x, _t, _l, _r, o) => x.length > 1 && o?.batchSize === 1,
  'one batch': (x, _t, _l, _r, o) => x.length > 1 && completeOptions(options, o).batchSize >= x.length,
  'the default rate': (_x, _t, _l, _r, o) => o?.learningRate === undefined,
};

export const worked: Entry<TrainingRun>['worked'] = [
  {
    name: 'one step',
    origin: 'by hand: p = (1/2, 1/2), the gradient of the logits (-1/2, 1/2), the loss ln 2',
    args: [[[2]], [0], [blank], [[]], { learningRate: 1 }],
    expected: { layers: [{ w: [[1, -1]], b: [0.5, -0.5] }], loss: [Math.LN2], accuracy: [1] },
  },
  {
    name: 'two steps of one sample each',
    origin: 'by hand: ln 2, then logits (1, -1) under class 1: ln(1 + e^2); u = 3/4 leaves the order as it is',
    args: [[[1], [1]], [0, 1], [blank], [[0.75]], { learningRate: 1, batchSize: 1 }],
    expected: {
      layers: [{ w: [[0.5 - s2, s2 - 0.5]], b: [0.5 - s2, s2 - 0.5] }],
      loss: [(Math.LN2 + Math.log(1 + Math.exp(2))) / 2],
      accuracy: [0.5],
    },
  },
  {
    name: 'the same in the other order',
    origin: 'by hand: u = 1/4 swaps the samples; ln 2, then logits (-1, 1) under class 0',
    args: [[[1], [1]], [0, 1], [blank], [[0.25]], { learningRate: 1, batchSize: 1 }],
    expected: {
      layers: [{ w: [[s2 - 0.5, 0.5 - s2]], b: [s2 - 0.5, 0.5 - s2] }],
      loss: [(Math.LN2 + Math.log(1 + Math.exp(2))) / 2],
      accuracy: [0],
    },
  },
  {
    name: 'a short batch counts by its samples',
    origin: 'by hand: p = (3/4, 1/4): two times ln(4/3) in the first batch, ln 4 in the second, over 3',
    args: [[[1], [1], [1]], [0, 0, 1], [linear([[0, 0]], [ln3, 0])], [[0.75, 0.75]], { learningRate: 0, batchSize: 2 }],
    expected: {
      layers: [{ w: [[0, 0]], b: [ln3, 0] }],
      loss: [(2 * Math.log(4 / 3) + Math.log(4)) / 3],
      accuracy: [2 / 3],
    },
  },
];
