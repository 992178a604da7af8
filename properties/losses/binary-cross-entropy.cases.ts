import type { Entry } from '../entry/entry.ts';
import { variedVector } from '../inputs/varied.ts';
import type { BinaryCrossEntropy } from './binary-cross-entropy.ts';
import { LOGITS } from './shared/logits.ts';

export const edges: Entry<BinaryCrossEntropy>['edges'] = {
  'nine samples, by logits': [variedVector(9), variedVector(9, 4).map((x) => (x > 0 ? 1 : 0)), LOGITS],
  'one sample': [[0.75], [1]],
  'hard targets': [
    [0.75, 0.25, 0.125],
    [1, 0, 1],
  ],
  'soft targets': [[0.75, 0.25, 0.125], [0.5, 0.25, 0.875], {}],
  'equal to the targets': [[0.75, 0.25], [0.75, 0.25], { fromLogits: false }],
  'nearly certain and right': [[0.984375], [1]],
  'a logit of 0': [[0], [0.25], LOGITS],
  'certain logits': [[10, -10], [1, 0], LOGITS],
  'wrong logits': [[10, -10], [0, 1], LOGITS],
};

export const extremeEdges: NonNullable<Entry<BinaryCrossEntropy>['extremeEdges']> = {
  'exactly right': [
    [0, 1],
    [0, 1],
  ],
  '0 where 1 is due': [
    [0, 0.75],
    [1, 0],
  ],
  '1 where 0 is due': [
    [0.625, 1],
    [1, 0],
  ],
  '0 under a soft target': [[0], [0.5]],
  '1 under a soft target': [
    [1, 0.25],
    [0.625, 0.0078125],
  ],
  'logits of forty, right': [[40, -40], [1, 0], LOGITS],
  'logits of forty, wrong': [[40, -40], [0, 1], LOGITS],
  'logits of a thousand, wrong': [[1000, -1000], [0, 1], LOGITS],
  'logits of ten thousand, soft': [[10000, -10000, 0.5], [0.25, 0.75, 0.5], LOGITS],
};

export const illegal: Entry<BinaryCrossEntropy>['illegal'] = {
  'fewer targets than predictions': { args: [[0.5, 0.5], [1]], names: 't' },
  'a probability above 1': {
    args: [
      [0.5, 1.25],
      [1, 0],
    ],
    names: 'y',
  },
  'a probability just above 1': { args: [[1.0000005], [1]], names: 'y' },
  'a probability below 0': {
    args: [
      [-0.25, 0.5],
      [1, 0],
    ],
    names: 'y',
  },
  'clip beside fromLogits': { args: [[0.5], [1], { fromLogits: true, clip: 0.1 }], names: 'options.clip' },
};

export const worked: Entry<BinaryCrossEntropy>['worked'] = [
  { name: 'even odds', origin: 'by hand: -ln 1/2', args: [[0.5], [1]], expected: Math.LN2 },
  {
    name: 'one right, one wrong',
    origin: 'by hand: (-ln 1/4 - ln 1/2) / 2',
    args: [
      [0.25, 0.5],
      [1, 0],
    ],
    expected: 1.5 * Math.LN2,
  },
  {
    name: 'a soft target',
    origin: 'by hand: 1/4 ln 4 + 3/4 ln 4/3',
    args: [[0.25], [0.25]],
    expected: 2 * Math.LN2 - 0.75 * Math.log(3),
  },
  {
    name: 'the logit ln 3',
    origin: 'by hand: p = 3/4; -ln 1/4',
    args: [[Math.log(3)], [0], { fromLogits: true }],
    expected: 2 * Math.LN2,
  },
  {
    name: 'clipped',
    origin: 'by hand: -ln 1/4',
    args: [[0], [1], { clip: 0.25 }],
    expected: 2 * Math.LN2,
  },
];
