import type { Entry } from '../entry/entry.ts';
import type { Matrix, Vector } from '../values/value.ts';
import type { CategoricalCrossEntropy } from './categorical-cross-entropy.ts';
import { LOGITS } from './shared/logits.ts';
import { isVector } from './shared/target-rows.ts';

const isSoft = (t: Matrix | Vector): t is Matrix => !isVector(t) && t.flat().some((x) => x > 0 && x < 1);

export const edges: Entry<CategoricalCrossEntropy>['edges'] = {
  'batch 1, index': [[[0.25, 0.75]], [1]],
  'nearly certain and right': [[[0.984375, 0.015625]], [0]],
  'soft target': [[[0.125, 0.5, 0.375]], [[0.25, 0.25, 0.5]]],
  'soft target with a zero': [[[0.125, 0.5, 0.375]], [[0.75, 0, 0.25]], {}],
  'as many samples as classes': [
    [
      [0.25, 0.75],
      [0.625, 0.375],
    ],
    [1, 0],
    { fromLogits: false },
  ],
  'one class, logits': [[[1.5], [-2]], [0, 0], LOGITS],
  'equal logits': [[[2, 2, 2]], [[0, 1, 0]], LOGITS],
  'certain and right': [[[10, -10, -8]], [0], LOGITS],
  'certain and wrong': [[[10, -10, -8]], [1], LOGITS],
};

export const extremeEdges: NonNullable<Entry<CategoricalCrossEntropy>['extremeEdges']> = {
  'one class': [[[1]], [0]],
  'exactly right': [
    [
      [0, 1, 0],
      [1, 0, 0],
    ],
    [
      [0, 1, 0],
      [1, 0, 0],
    ],
  ],
  'exactly right, indices': [
    [
      [0, 1],
      [1, 0],
    ],
    [1, 0],
  ],
  'a zero under a zero': [[[0, 0.25, 0.75]], [[0, 0.5, 0.5]]],
  'a zero under a target': [[[0, 1]], [[1, 0]]],
  'a zero under a small target': [[[0, 1]], [[0.015625, 0.984375]]],
  'a zero at the index': [
    [
      [0.5, 0.5, 0],
      [1, 0, 0],
    ],
    [2, 0],
  ],
  'logits of a thousand': [[[1000, -1000, 0.5]], [1], LOGITS],
  'logits of a thousand, soft': [[[1000, -1000, 0.5]], [[0.25, 0.25, 0.5]], LOGITS],
  'logits of ten thousand, tied': [[[10000, -10000, 10000]], [[1, 0, 0]], LOGITS],
  'logits of minus ten thousand': [[[-10000, -9999]], [1], LOGITS],
};

export const illegal: Entry<CategoricalCrossEntropy>['illegal'] = {
  'index too large': { args: [[[0.5, 0.5]], [2]], names: 't' },
  'index too large in the last row': {
    args: [
      [
        [1, 2, 3],
        [3, 2, 1],
      ],
      [0, 3],
      LOGITS,
    ],
    names: 't[1]',
  },
  'negative index': { args: [[[0.5, 0.5]], [-1]], names: 't[0]' },
  'index not whole': { args: [[[0.5, 0.5]], [0.5]], names: 't[0]' },
  'too few indices': {
    args: [
      [
        [0.5, 0.5],
        [0.5, 0.5],
      ],
      [1],
    ],
    names: 't',
  },
  'too few targets in a row': { args: [[[0.25, 0.25, 0.5]], [[1, 0]]], names: 't' },
};

export const hardCases: Entry<CategoricalCrossEntropy>['hardCases'] = {
  'class indices': (_, t) => isVector(t),
  'class indices, logits': (_, t, options) => isVector(t) && options?.fromLogits === true,
  'one-hot rows': (_, t) => !isVector(t) && !isSoft(t),
  'soft rows': (_, t) => isSoft(t),
  'soft rows, logits': (_, t, options) => isSoft(t) && options?.fromLogits === true,
  'a soft row with a zero': (_, t) => isSoft(t) && t.some((row) => row.includes(0) && !row.includes(1)),
  'two likely classes alike': (_, t) =>
    isSoft(t) && t.some((row) => row.filter((x) => x === Math.max(...row)).length > 1),
  'batch 1': (y) => y.length === 1,
  'batch above 2': (y) => y.length > 2,
  'as many samples as classes': (y) => y.length > 1 && y.length === y[0]?.length,
  'one class': (y) => y[0]?.length === 1,
  'from logits': (_y, _t, options) => options?.fromLogits === true,
  'fromLogits false': (_y, _t, options) => options?.fromLogits === false,
  'a small probability': (y, _, options) => !options?.fromLogits && y.flat().some((p) => p < 1 / 64),
};

export const worked: Entry<CategoricalCrossEntropy>['worked'] = [
  { name: 'even odds', origin: 'by hand: -ln 1/2', args: [[[0.5, 0.5]], [1]], expected: Math.LN2 },
  {
    name: 'the mean over two samples',
    origin: 'by hand: (ln 2 + ln 4) / 2',
    args: [
      [
        [0.5, 0.25, 0.25],
        [0.25, 0.25, 0.5],
      ],
      [
        [1, 0, 0],
        [0, 1, 0],
      ],
    ],
    expected: 1.5 * Math.LN2,
  },
  {
    name: 'the entropy of a soft target',
    origin: 'by hand: 1/2 ln 2 + 2 (1/4 ln 4)',
    args: [[[0.5, 0.25, 0.25]], [[0.5, 0.25, 0.25]]],
    expected: 1.5 * Math.LN2,
  },
  {
    name: 'logits ln 1, ln 3',
    origin: 'by hand: probabilities 1/4, 3/4; -ln 1/4',
    args: [[[0, Math.log(3)]], [0], { fromLogits: true }],
    expected: 2 * Math.LN2,
  },
];
