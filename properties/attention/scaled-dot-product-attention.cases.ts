import type { Entry } from '../entry/entry.ts';
import { variedMatrix } from '../inputs/varied.ts';
import type { Sequence } from '../values/value.ts';
import type { ScaledDotProductAttention } from './scaled-dot-product-attention.ts';

const ln3 = Math.log(3);
const q: Sequence = [
  [
    [1, -0.5],
    [0.25, 2],
    [-1.5, 0.75],
  ],
];
const k: Sequence = [
  [
    [0.5, 1],
    [-1, 0.25],
    [2, -0.75],
  ],
];
const v: Sequence = [
  [
    [1, 2],
    [-3, 0.5],
    [4, -1],
  ],
];

export const edges: Entry<ScaledDotProductAttention>['edges'] = {
  'one of everything': [[[[1.5]]], [[[-2]]], [[[3]]]],
  'one of everything, masked by 1': [[[[1.5]]], [[[-2]]], [[[3]]], [[[1]]]],
  'self-attention': [q, q, q],
  'every key open': [
    q,
    k,
    v,
    [
      [
        [1, 1, 1],
        [1, 1, 1],
        [1, 1, 1],
      ],
    ],
  ],
  causal: [
    q,
    k,
    v,
    [
      [
        [1, 0, 0],
        [1, 1, 0],
        [1, 1, 1],
      ],
    ],
  ],
  'one key for each query': [
    q,
    k,
    v,
    [
      [
        [0, 1, 0],
        [1, 0, 0],
        [0, 0, 1],
      ],
    ],
  ],
  'a key that no query may attend': [
    q,
    k,
    v,
    [
      [
        [1, 0, 1],
        [1, 0, 0],
        [0, 0, 1],
      ],
    ],
  ],
  'the same without a mask': [q, k, v],
  'two samples with padding': [
    [...q, ...k],
    [...k, ...v],
    [...v, ...q],
    [
      [
        [1, 1, 1],
        [1, 1, 1],
        [1, 1, 1],
      ],
      [
        [1, 1, 0],
        [1, 1, 0],
        [1, 1, 0],
      ],
    ],
  ],
  'one query, five keys, wide values': [
    [variedMatrix(1, 2)],
    [variedMatrix(5, 2, 3)],
    [variedMatrix(5, 4, 11)],
    [[[1, 0, 1, 1, 0]]],
  ],
  'one key': [q, [[[0.5, 1]]], [[[2, -1, 0.25]]]],
  'equal keys': [
    q,
    [
      [
        [0.5, 1],
        [0.5, 1],
      ],
    ],
    [[[2], [-1]]],
  ],
  'queries of zeros': [
    [
      [
        [0, 0],
        [0, 0],
      ],
    ],
    k,
    v,
  ],
  'values of zeros': [q, k, [[[0], [0], [0]]]],
  'almost one-hot': [[[[8], [-8]]], [[[2], [-2]]], [[[1], [-3]]]],
  decimals: [
    [[[0.1, -0.7]]],
    [
      [
        [0.3, 0.9],
        [-0.2, 1.1],
      ],
    ],
    [[[0.3], [-0.1]]],
  ],
};

export const extremeEdges: Entry<ScaledDotProductAttention>['edges'] = {
  'a score of ten thousand': [[[[100]]], [[[100], [99]]], [[[2], [-1]]]],
  'scores of minus ten thousand': [[[[100]]], [[[-100], [-99.9375]]], [[[2], [-1]]]],
  'equal scores of ten thousand': [[[[100]]], [[[100], [100]]], [[[2], [-1]]]],
  'the largest score masked': [[[[100]]], [[[100], [0.5], [0.5]]], [[[2], [-1], [4]]], [[[0, 1, 1]]]],
  'a masked score of minus ten thousand': [[[[100]]], [[[-100], [-99]]], [[[2], [-1]]], [[[1, 0]]]],
  'a query masked whole': [
    q,
    k,
    v,
    [
      [
        [1, 1, 0],
        [0, 0, 0],
        [0, 1, 1],
      ],
    ],
  ],
  'everything masked': [
    q,
    k,
    v,
    [
      [
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
      ],
    ],
  ],
  'one key, masked': [[[[1.5]]], [[[-2]]], [[[3]]], [[[0]]]],
  'masked whole, scores of ten thousand': [
    [[[100], [100]]],
    [[[100], [-100]]],
    [[[2], [-1]]],
    [
      [
        [0, 0],
        [1, 1],
      ],
    ],
  ],
};

export const illegal: Entry<ScaledDotProductAttention>['illegal'] = {
  'keys wider than queries': { args: [[[[1]]], [[[1, 2]]], [[[1]]]], names: 'k' },
  'keys of another batch': { args: [[[[1]]], [[[1]], [[1]]], [[[1]]]], names: 'k' },
  'values of another batch': { args: [[[[1]]], [[[1]]], [[[1]], [[1]]]], names: 'v' },
  'a value too many': { args: [[[[1]]], [[[1]]], [[[1], [2]]]], names: 'v' },
  'a mask of another batch': { args: [[[[1]]], [[[1]]], [[[1]]], [[[1]], [[1]]]], names: 'mask' },
  'a mask of other queries': { args: [[[[1]]], [[[1]]], [[[1]]], [[[1], [1]]]], names: 'mask' },
  'a mask of other keys': { args: [[[[1]]], [[[1]]], [[[1]]], [[[1, 1]]]], names: 'mask' },
  'a mask of halves': { args: [[[[1]]], [[[1]]], [[[1]]], [[[0.5]]]], names: 'mask' },
};

const keys = (k: Sequence): number => k[0]?.length ?? 0;
const width = (x: Sequence): number => x[0]?.[0]?.length ?? 0;

export const hardCases: Entry<ScaledDotProductAttention>['hardCases'] = {
  'batch 1': (q) => q.length === 1,
  'batch above 1': (q) => q.length > 1,
  'one query': (q) => keys(q) === 1,
  'one key': (_q, k) => keys(k) === 1,
  'as many queries as keys, above 1': (q, k) => keys(q) === keys(k) && keys(q) > 1,
  'more queries than keys': (q, k) => keys(q) > keys(k),
  'more keys than queries': (q, k) => keys(q) < keys(k),
  'one column': (q) => width(q) === 1,
  'several columns': (q) => width(q) > 1,
  'values of another width': (q, _k, v) => width(q) !== width(v),
  'no mask': (_q, _k, _v, mask) => mask === undefined,
  'a mask of ones': (_q, _k, _v, mask) => mask !== undefined && !mask.flat(2).includes(0),
  'a mask with a zero': (_q, _k, _v, mask) => mask !== undefined && mask.flat(2).includes(0),
  'queries masked apart': (_q, _k, _v, mask) =>
    mask !== undefined && mask.some((rows) => new Set(rows.map((row) => row.join(''))).size > 1),
  'samples masked apart': (_q, _k, _v, mask) =>
    mask !== undefined && new Set(mask.map((rows) => rows.join(';'))).size > 1,
  'a key that no query may attend': (_q, k, _v, mask) =>
    mask !== undefined &&
    mask.some((rows) => Array.from({ length: keys(k) }).some((_, j) => rows.every((row) => row[j] === 0))),
};

export const worked: Entry<ScaledDotProductAttention>['worked'] = [
  {
    name: 'equal scores',
    origin: 'by hand: both weights 1/2',
    args: [
      [[[0, 0]]],
      [
        [
          [5, 1],
          [-7, 3],
        ],
      ],
      [
        [
          [2, 1],
          [4, -2],
        ],
      ],
    ],
    expected: [[[3, -0.5]]],
  },
  {
    name: 'four columns',
    origin: 'by hand: the scores are 2 ln 3 and 0 over the root of 4: weights 3/4 and 1/4',
    args: [
      [[[ln3, 1, 0, 2]]],
      [
        [
          [2, 0, 5, 0],
          [0, 2, 0, -1],
        ],
      ],
      [[[4], [8]]],
    ],
    expected: [[[5]]],
  },
  {
    name: 'two queries',
    origin: 'by hand: weights 1/4 and 3/4 for the first, 1/2 and 1/2 for the second',
    args: [[[[1], [0]]], [[[0], [ln3]]], [[[4], [8]]]],
    expected: [[[7], [6]]],
  },
  {
    name: 'a masked key',
    origin: 'by hand: 1/4 and 3/4 of the first two, the third is masked',
    args: [[[[1]]], [[[0], [ln3], [2]]], [[[4], [8], [100]]], [[[1, 1, 0]]]],
    expected: [[[7]]],
  },
  {
    name: 'each query has its own mask',
    origin: 'by hand: 2 alone, the mean of 2 and 6, the mean of 6 and 10',
    args: [
      [[[0], [0], [0]]],
      [[[1], [2], [3]]],
      [[[2], [6], [10]]],
      [
        [
          [1, 0, 0],
          [1, 1, 0],
          [0, 1, 1],
        ],
      ],
    ],
    expected: [[[2], [4], [8]]],
  },
];
