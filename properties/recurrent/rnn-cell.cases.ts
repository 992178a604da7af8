import type { Entry } from '../entry/entry.ts';
import { take } from '../inputs/inputs.ts';
import type { RnnCell } from './rnn-cell.ts';
import { plainDrives } from './shared/plain-rnn.ts';
import { rnnWeights, single } from './shared/rnn-inputs.ts';

const drawn = [0.5, -1.25, 0.75, 1.5, -0.25, 2, -1, 0.125, 1.75, -0.5, -1.5, 0.625, 0.375];
const square = rnnWeights(take(drawn), 2, 2);
const wide = rnnWeights(take(drawn), 1, 3);
const ln3 = Math.log(3);

export const edges: Entry<RnnCell>['edges'] = {
  'one of everything': [[[1.5]], [[-0.5]], single(0.5, -1.25, 0.75)],
  'as many features as units': [[[1, -0.5]], [[0.25, -0.75]], square],
  'two samples, sigmoid': [
    [
      [1, -0.5],
      [2, 0.25],
    ],
    [
      [0.25, -0.75],
      [0, 1],
    ],
    square,
    'sigmoid',
  ],
  'three units, relu': [
    [[1.5], [-1]],
    [
      [0.5, -1, 2],
      [1, 0.25, -0.5],
    ],
    wide,
    'relu',
  ],
  'three features, one unit': [[[1.5, -1, 0.25]], [[0.5]], rnnWeights(take(drawn), 3, 1), 'tanh'],
  'from rest': [[[2, 1]], [[0, 0]], square],
  'no input': [[[0]], [[0.5, -0.5, 1]], wide],
  'drives of 0, relu': [[[1]], [[2]], single(2, -1, 0), 'relu'],
  'drives of 0, tanh': [[[1]], [[2]], single(2, -1, 0)],
  saturated: [[[3]], [[-2]], single(4, -3, 2)],
  decimals: [[[0.1]], [[-0.7]], single(0.3, 0.9, -0.2)],
};

export const illegal: Entry<RnnCell>['illegal'] = {
  'another number of features': { args: [[[1, 2]], [[0]], single(1, 1, 1)], names: 'weights.wx' },
  'a state of another batch': { args: [[[1]], [[0], [0]], single(1, 1, 1)], names: 'h' },
  'a state of another size': { args: [[[1]], [[0, 0]], single(1, 1, 1)], names: 'h' },
  'recurrent weights that are not square': {
    args: [[[1]], [[0]], { wx: [[1]], wh: [[1], [1]], b: [1] }],
    names: 'weights.wh',
  },
  'a bias too many': { args: [[[1]], [[0]], { wx: [[1]], wh: [[1]], b: [1, 1] }], names: 'weights.wx' },
};

export const hardCases: Entry<RnnCell>['hardCases'] = {
  'batch 1': (x) => x.length === 1,
  'batch above 1': (x) => x.length > 1,
  'one feature and one unit': (x, h) => x[0]?.length === 1 && h[0]?.length === 1,
  'as many features as units, above 1': (x, h) => x[0]?.length === h[0]?.length && x[0]?.length !== 1,
  'more features than units': (x, h) => (x[0]?.length ?? 0) > (h[0]?.length ?? 0),
  'more units than features': (x, h) => (x[0]?.length ?? 0) < (h[0]?.length ?? 0),
  'from rest': (_x, h) => h.flat().every((v) => v === 0),
  'all weights alike': (_x, _h, { wx, wh, b }) => new Set([...wx.flat(), ...wh.flat(), ...b]).size === 1,
  'activation absent': (_x, _h, _weights, activation) => activation === undefined,
  tanh: (_x, _h, _weights, activation) => activation === 'tanh',
  sigmoid: (_x, _h, _weights, activation) => activation === 'sigmoid',
  'relu on both sides of 0': (x, h, weights, activation) =>
    activation === 'relu' &&
    new Set(x.flatMap((row, n) => plainDrives(row, h[n] ?? [], weights)).map(Math.sign)).size > 1,
};

export const worked: Entry<RnnCell>['worked'] = [
  {
    name: 'drives of ln 3',
    origin: 'by hand: ln 3 (2 - 3 + 2) is ln 3, whose tanh is (9 - 1) / (9 + 1)',
    args: [[[2]], [[3]], single(ln3, -ln3, 2 * ln3)],
    expected: [[0.8]],
  },
  {
    name: 'drives of ln 3, sigmoid',
    origin: 'by hand: 3 / (3 + 1) and 1 / (1 + 3)',
    args: [[[2], [0]], [[3], [3]], single(ln3, -ln3, 2 * ln3), 'sigmoid'],
    expected: [[0.75], [0.25]],
  },
  {
    name: 'the rows of wh belong to the old state',
    origin: 'by hand: 1 * 1 + 2 * 3 = 7 and 1 * 2 - 2 * 4 = -6, with relu 7 and 0',
    args: [
      [[0]],
      [[1, 2]],
      {
        wx: [[5, 5]],
        wh: [
          [1, 2],
          [3, -4],
        ],
        b: [0, 0],
      },
      'relu',
    ],
    expected: [[7, 0]],
  },
];
