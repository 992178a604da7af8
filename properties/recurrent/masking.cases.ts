import type { Entry } from '../entry/entry.ts';
import { take } from '../inputs/inputs.ts';
import type { Masking } from './masking.ts';
import { rnnWeights, single } from './shared/rnn-inputs.ts';

const square = rnnWeights(take([0.5, -1.25, 0.75, 1.5, -0.25, 2, -1, 0.125, 1.75, -0.5, -1.5, 0.625, 0.375]), 2, 2);
const small = single(0.5, -1.25, 0.75);
const ln3 = Math.log(3);

export const edges: Entry<Masking>['edges'] = {
  'one of everything': [[[[1.5]]], [[1]], small],
  'one masked step': [[[[1.5, -1]], [[0.5, 2]]], [[0], [0]], square],
  'nothing masked': [[[[1.5], [-1], [0.25]]], [[1, 1, 1]], small],
  'all masked': [
    [
      [[1.5], [-1]],
      [[0.5], [2]],
    ],
    [
      [0, 0],
      [0, 0],
    ],
    small,
  ],
  'padding at the end': [
    [
      [[1.5], [-1], [0.25]],
      [[0.5], [2], [1]],
    ],
    [
      [1, 0, 0],
      [1, 1, 0],
    ],
    small,
  ],
  'padding at the start': [[[[1.5], [-1], [0.25]]], [[0, 0, 1]], small],
  'masked in between': [[[[1.5], [-1], [0.25], [2]]], [[1, 0, 0, 1]], small],
  'zeros where masked': [[[[1.5], [0], [0.25]]], [[1, 0, 1]], small],
  'as many samples as steps': [
    [
      [[1.5], [-1]],
      [[0.5], [2]],
    ],
    [
      [1, 0],
      [1, 1],
    ],
    small,
  ],
  decimals: [[[[0.1], [-0.7], [0.2]]], [[1, 0, 1]], single(0.3, 0.9, -0.2)],
};

export const illegal: Entry<Masking>['illegal'] = {
  'a mask of another batch': { args: [[[[1], [2]]], [[1], [1]], small], names: 'mask' },
  'a step of the mask too few': { args: [[[[1], [2]]], [[1]], small], names: 'mask' },
  'a step of the mask too many': { args: [[[[1], [2]]], [[1, 1, 0]], small], names: 'mask' },
  'another number of features': { args: [[[[1, 2]]], [[1]], small], names: 'weights.wx' },
  'recurrent weights that are not square': {
    args: [[[[1]]], [[1]], { wx: [[1]], wh: [[1], [1]], b: [1] }],
    names: 'weights.wh',
  },
  'a mask of halves': { args: [[[[1], [2]]], [[1, 0.5]], small], names: 'mask' },
};

const masked = (mask: number[][], n: number, t: number): boolean => mask[n]?.[t] === 0;

export const hardCases: Entry<Masking>['hardCases'] = {
  'one sample': (x) => x.length === 1,
  'several samples': (x) => x.length > 1,
  'one step': (x) => x[0]?.length === 1,
  'three steps or more': (x) => (x[0]?.length ?? 0) > 2,
  'as many samples as steps, above 1': (x) => x.length > 1 && x.length === x[0]?.length,
  'nothing masked': (_x, mask) => !mask.flat().includes(0),
  'all masked': (_x, mask) => !mask.flat().includes(1),
  'padding at the end': (_x, mask) => mask.some((row, n) => row[0] === 1 && masked(mask, n, row.length - 1)),
  'padding at the start': (_x, mask) => mask.some((row, n) => masked(mask, n, 0) && row.at(-1) === 1),
  'masked in between': (_x, mask) => mask.some((row) => row.join('').includes('101') || row.join('').includes('1001')),
  'masks that differ': (_x, mask) => new Set(mask.map((row) => row.join(''))).size > 1,
};

export const worked: Entry<Masking>['worked'] = [
  {
    name: 'the state goes through',
    origin: 'by hand: tanh(ln 3) is 8/10, then again, then 2 * 8/10 - 16/10 is 0',
    args: [[[[1], [7], [-1.6]]], [[1, 0, 1]], single(ln3, 2 * ln3, 0)],
    expected: [[[0.8], [0.8], [0]]],
  },
  {
    name: 'masked from the start',
    origin: 'by hand: zeros until the first step is made, each sample by its own mask',
    args: [
      [
        [[3], [1]],
        [[1], [3]],
      ],
      [
        [0, 1],
        [1, 0],
      ],
      single(ln3, 5, 0),
    ],
    expected: [
      [[0], [0.8]],
      [[0.8], [0.8]],
    ],
  },
];
