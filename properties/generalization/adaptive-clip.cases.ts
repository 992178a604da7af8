import type { Entry } from '../entry/entry.ts';
import type { AdaptiveClip } from './adaptive-clip.ts';

export const edges: Entry<AdaptiveClip>['edges'] = {
  'one element': [[[-2]], [[5]]],
  'exactly at the limit': [[[3], [4]], [[4], [3]], { clipping: 1 }],
  'weights of 0': [
    [
      [0, 1],
      [0, 2],
    ],
    [
      [1, 2],
      [-1, 0.5],
    ],
  ],
  'weights of exactly epsilon': [[[0.25, 2]], [[1, 1]], { clipping: 1, epsilon: 0.25 }],
  'one unit to clip, one not': [
    [
      [8, 4],
      [6, 3],
    ],
    [
      [0.03125, 3],
      [0.0625, 4],
    ],
  ],
  'a row': [[[0.5, -2, 3]], [[-0.25, 0.75, 1]], { clipping: 0.125 }],
  'a column': [
    [[2.25], [3], [-3]],
    [[-2.75], [0], [1.5]],
  ],
  'a limit of 0': [[[2], [1]], [[1], [-0.5]], { clipping: 0 }],
};

export const extremeEdges: NonNullable<Entry<AdaptiveClip>['extremeEdges']> = {
  'a gradient of 0': [
    [
      [1, -2],
      [0.5, 3],
    ],
    [
      [0, 0],
      [0, 0],
    ],
  ],
  'a gradient of 0 by weights of 0': [[[0]], [[0]]],
  'one unit without a gradient': [
    [
      [1, -2],
      [0.5, 3],
    ],
    [
      [0, 3],
      [0, -4],
    ],
  ],
};

export const worked: Entry<AdaptiveClip>['worked'] = [
  {
    name: 'two units',
    origin: 'by hand: limits 5/2 and 1/2; norms 10 and 1/4',
    args: [
      [
        [3, 0],
        [4, 1],
      ],
      [
        [8, 0.25],
        [6, 0],
      ],
      { clipping: 0.5 },
    ],
    expected: [
      [2, 0.25],
      [1.5, 0],
    ],
  },
  {
    name: 'epsilon in place of weights of 0',
    origin: 'by hand: the limit is 2/4, the norm is 5',
    args: [[[0], [0]], [[3], [-4]], { clipping: 0.25, epsilon: 2 }],
    expected: [[0.3], [-0.4]],
  },
  {
    name: 'the defaults',
    origin: 'by hand: the limit is 5/100, the norm is 10',
    args: [
      [[3], [4]],
      [[6], [-8]],
    ],
    expected: [[0.03], [-0.04]],
  },
];
