import type { Entry } from '../entry/entry.ts';
import type { Augment } from './augment.ts';

const THREE_BY_TWO = [
  [
    [[1], [2]],
    [[3], [4]],
    [[5], [6]],
  ],
];

export const edges: Entry<Augment>['edges'] = {
  'nothing is done': [THREE_BY_TWO],
  'one pixel': [[[[[2.5, -1]]]], { flip: 'both', noise: 0.5, seed: 3 }],
  'the last pixel alone': [THREE_BY_TWO, { top: 2, left: 1 }],
  'all at once': [
    THREE_BY_TWO,
    { top: 1, height: 2, width: 2, flip: 'vertical', down: -1, right: 1, noise: 0.25, seed: 2 ** 32 - 1 },
  ],
  'out of sight': [THREE_BY_TWO, { down: 3 }],
  'far out of sight': [THREE_BY_TWO, { right: -(2 ** 31) }],
  'far out of sight, the other way': [THREE_BY_TWO, { down: 2 ** 31 - 1 }],
  'two images of two channels': [
    [
      [
        [
          [1, -1],
          [2, -2],
        ],
      ],
      [
        [
          [3, -3],
          [4, -4],
        ],
      ],
    ],
    { flip: 'horizontal', right: 1 },
  ],
};

export const illegal: Entry<Augment>['illegal'] = {
  'a crop from beyond the rows': { args: [THREE_BY_TWO, { top: 3 }], names: 'options.top' },
  'a crop from beyond the columns': { args: [THREE_BY_TWO, { left: 2 }], names: 'options.left' },
  'a crop of too many rows': { args: [THREE_BY_TWO, { top: 1, height: 3 }], names: 'options.height' },
  'a crop of too many columns': { args: [THREE_BY_TWO, { left: 1, width: 2 }], names: 'options.width' },
};

export const worked: Entry<Augment>['worked'] = [
  {
    name: 'flipped, then moved to the right',
    origin: 'by hand: 3 2 1, and a 0 comes in from the left',
    args: [[[[[1], [2], [3]]]], { flip: 'horizontal', right: 1 }],
    expected: [[[[0], [3], [2]]]],
  },
  {
    name: 'two rows, upside down',
    origin: 'by hand: rows 1 and 2 of three, the last one first',
    args: [THREE_BY_TWO, { top: 1, flip: 'vertical' }],
    expected: [
      [
        [[5], [6]],
        [[3], [4]],
      ],
    ],
  },
  {
    name: 'one column, moved up',
    origin: 'by hand: the column 2 4 6, and a 0 comes in from below',
    args: [THREE_BY_TWO, { left: 1, width: 1, down: -1 }],
    expected: [[[[4]], [[6]], [[0]]]],
  },
];
