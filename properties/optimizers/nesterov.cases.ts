import type { Entry } from '../entry/entry.ts';
import { variedMatrix, variedVector } from '../inputs/varied.ts';
import type { Nesterov } from './nesterov.ts';

export const edges: Entry<Nesterov>['edges'] = {
  'seven parameters': [
    { theta: variedVector(7), m: variedVector(7, 3) },
    { a: variedMatrix(7, 7, 5), b: variedVector(7, 9) },
  ],
  'one parameter': [
    { theta: [0.5], m: [-1] },
    { a: [[2]], b: [0.25] },
  ],
  'options empty': [
    { theta: [1.5, -0.5], m: [0.25, -1] },
    {
      a: [
        [2, 1],
        [1, 3],
      ],
      b: [1, -1],
    },
    {},
  ],
  'not symmetric': [
    { theta: [1.5, -0.5], m: [0.25, -1] },
    {
      a: [
        [2, -1],
        [3, 0.5],
      ],
      b: [1, -1],
    },
    { gamma: 0.5 },
  ],
  'at rest in the minimum': [
    { theta: [1, 2], m: [0, 0] },
    {
      a: [
        [2, 0],
        [0, 4],
      ],
      b: [2, 8],
    },
  ],
  'no objective, motion alone': [
    { theta: [1, 2], m: [0.5, -1] },
    {
      a: [
        [0, 0],
        [0, 0],
      ],
      b: [0, 0],
    },
  ],
  'gamma 0': [
    { theta: [1.5, -0.5], m: [0.25, -1] },
    {
      a: [
        [2, 1],
        [1, 3],
      ],
      b: [1, -1],
    },
    { gamma: 0 },
  ],
};

export const illegal: Entry<Nesterov>['illegal'] = {
  'm longer': {
    args: [
      { theta: [1], m: [0, 1] },
      { a: [[1]], b: [1] },
    ],
    names: 'state.m',
  },
  'a not square': {
    args: [
      { theta: [1, 2], m: [0, 0] },
      { a: [[1, 2]], b: [1, 2] },
    ],
    names: 'objective.a',
  },
  'b shorter': {
    args: [
      { theta: [1, 2], m: [0, 0] },
      {
        a: [
          [1, 2],
          [3, 4],
        ],
        b: [1],
      },
    ],
    names: 'objective.b',
  },
};

export const worked: Entry<Nesterov>['worked'] = [
  {
    name: 'one step',
    origin: 'by hand: p = 1 - 0.5 0.5 2 = 0.5, g = 4 0.5 - 1 = 1, m = 0.5 2 + 1 = 2, theta = 1 - 0.5 2',
    args: [
      { theta: [1], m: [2] },
      { a: [[4]], b: [1] },
      { learningRate: 0.5, gamma: 0.5 },
    ],
    expected: { theta: [0], m: [2] },
  },
  {
    name: 'what holds when no option is given',
    origin: 'by hand: p = 1 - 0.009 100 = 0.1, g = 0.1 + 10, m = 90 + 10.1, theta = 1 - 0.01 100.1',
    args: [
      { theta: [1], m: [100] },
      { a: [[1]], b: [-10] },
    ],
    expected: { theta: [-0.001], m: [100.1] },
  },
];
