import type { Entry } from '../entry/entry.ts';
import type { Accuracy } from './accuracy.ts';
import { RESET } from './shared/running-means.ts';

export const edges: Entry<Accuracy>['edges'] = {
  'one class': [RESET, [[0.5], [-2]], [0, 0]],
  'two scores alike': [
    RESET,
    [
      [0.5, 0.5],
      [0.5, 0.5],
    ],
    [0, 1],
  ],
  'two scores alike, the first of which is right': [RESET, [[2, 2, 1]], [0]],
  'two targets alike': [
    RESET,
    [
      [0.25, 0.75],
      [0.75, 0.25],
    ],
    [
      [0.5, 0.5],
      [0.5, 0.5],
    ],
  ],
  'all scores negative': [{ total: 3, count: 4 }, [[-1, -0.5, -2]], [1], {}],
  'weights of 0 alone, after a reset': [RESET, [[0.5, 0.25]], [0], { weights: [0] }],
  'weights that differ': [
    RESET,
    [
      [0.5, 0.25],
      [0.5, 0.25],
    ],
    [0, 1],
    { weights: [0.5, 2] },
  ],
};

export const illegal: Entry<Accuracy>['illegal'] = {
  'class too large': { args: [RESET, [[1, 2]], [2]], names: 't[0]' },
  'fewer classes than samples': {
    args: [
      RESET,
      [
        [1, 2],
        [2, 1],
      ],
      [1],
    ],
    names: 't',
  },
  'targets of another shape': { args: [RESET, [[1, 2]], [[1, 0, 0]]], names: 't' },
  'a negative weight': { args: [RESET, [[1, 2]], [1], { weights: [-1] }], names: 'options.weights' },
  'fewer weights than samples': {
    args: [
      RESET,
      [
        [1, 2],
        [2, 1],
      ],
      [1, 0],
      { weights: [1] },
    ],
    names: 'options.weights',
  },
};

export const worked: Entry<Accuracy>['worked'] = [
  {
    name: 'one of two',
    origin: 'by hand: 1 / 2',
    args: [
      RESET,
      [
        [0.9, 0.1],
        [0.6, 0.4],
      ],
      [0, 1],
    ],
    expected: { total: 1, count: 2, result: 0.5 },
  },
  {
    name: 'two batches',
    origin: 'by hand: (3 + 1) / (4 + 1)',
    args: [{ total: 3, count: 4 }, [[-1, 2, 0]], [[0.25, 0.5, 0.25]]],
    expected: { total: 4, count: 5, result: 0.8 },
  },
  {
    name: 'weighted',
    origin: 'by hand: (3 1 + 1 0) / (3 + 1)',
    args: [
      RESET,
      [
        [0.9, 0.1],
        [0.6, 0.4],
      ],
      [0, 1],
      { weights: [3, 1] },
    ],
    expected: { total: 3, count: 4, result: 0.75 },
  },
  {
    name: 'the first of equal scores is taken',
    origin: 'by hand: right three times, then wrong',
    args: [
      RESET,
      [
        [1, 1],
        [2, 2],
        [0, 0],
        [3, 3],
      ],
      [0, 0, 0, 1],
    ],
    expected: { total: 3, count: 4, result: 0.75 },
  },
];
