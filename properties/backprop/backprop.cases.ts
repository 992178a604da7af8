import type { Entry } from '../entry/entry.ts';
import { variedMatrix, variedVector } from '../inputs/varied.ts';
import { nth } from '../values/nth.ts';
import { mapNumbers } from '../values/tree.ts';
import type { Backprop } from './backprop.ts';
import { bits, type SigmoidLayer } from './shared/mlp-inputs.ts';

const ln3 = Math.log(3);

const twoLayers: SigmoidLayer[] = [
  {
    w: [
      [0.5, -1.25, 0.75],
      [1.5, -0.25, 1],
    ],
    b: [-1, 0.125, 0.5],
  },
  { w: [[1.75], [-0.5], [-1.5]], b: [0.625] },
];

const square: SigmoidLayer[] = [0.5, -0.75].map((v) => ({
  w: [
    [v, -1.25],
    [2 * v, 0.25],
  ],
  b: [0.5, -v],
}));

export const edges: Entry<Backprop>['edges'] = {
  'seven samples, three layers of five units': [
    variedMatrix(7, 6),
    variedMatrix(7, 5, 4).map((row) => row.map(Math.abs)),
    [
      { w: variedMatrix(6, 5, 2), b: variedVector(5) },
      { w: variedMatrix(5, 5, 9), b: variedVector(5, 3) },
      { w: variedMatrix(5, 5, 1), b: variedVector(5, 7) },
    ],
  ],
  'one of everything': [[[1.5]], [[0.25]], [{ w: [[-0.75]], b: [0.5] }]],
  'one layer': [
    [
      [1.5, -1],
      [0.5, 2],
    ],
    [
      [0, 1],
      [1, 0.5],
    ],
    [nth(square, 0)],
  ],
  'square layers': [[[1.5, -1]], [[0, 1]], square],
  'three layers, a unit between': [
    [[1.5, -1]],
    [[1]],
    [
      { w: [[0.5], [-1]], b: [0.25] },
      { w: [[1.5, -0.5]], b: [0, 1] },
      { w: [[1], [2]], b: [-1] },
    ],
  ],
  xor: [...bits(0, 1, 1, 0), twoLayers],
  'weights of 0': [[[1, 2]], [[1]], twoLayers.map((layer) => mapNumbers(layer, () => 0))],
};

export const illegal: Entry<Backprop>['illegal'] = {
  'weights of another size': { args: [[[1]], [[1]], [{ w: [[1], [1]], b: [0] }]], names: 'layers[0].w' },
  'layers that do not fit': {
    args: [
      [[1]],
      [[1]],
      [
        { w: [[1, 2]], b: [0, 0] },
        { w: [[1]], b: [0] },
      ],
    ],
    names: 'layers[1].w',
  },
  'a bias too many': { args: [[[1]], [[1]], [{ w: [[1]], b: [0, 0] }]], names: 'layers[0].b' },
  'targets of another batch': { args: [[[1]], [[1], [1]], [{ w: [[1]], b: [0] }]], names: 't' },
  'targets of another size': { args: [[[1]], [[1, 1]], [{ w: [[1]], b: [0] }]], names: 't' },
};

export const worked: Entry<Backprop>['worked'] = [
  {
    name: 'one weight',
    origin: 'by hand: y = 3/4, delta = (3/4 - 1/4) 3/16 = 3/32; times x = 2',
    args: [[[2]], [[0.25]], [{ w: [[0]], b: [ln3] }]],
    expected: [{ w: [[0.1875]], b: [0.09375] }],
  },
  {
    name: 'two layers',
    origin: 'by hand: a = 1/2, y = 3/4, delta = 3/32; back through 4 and 1/4: 3/32 again; times x = 2',
    args: [
      [[2]],
      [[0.25]],
      [
        { w: [[0]], b: [0] },
        { w: [[4]], b: [ln3 - 2] },
      ],
    ],
    expected: [
      { w: [[0.1875]], b: [0.09375] },
      { w: [[0.046875]], b: [0.09375] },
    ],
  },
  {
    name: 'three samples',
    origin: 'by hand: y = 1/2, deltas -1/8, 1/8 and 0; (-1/8 * 1 + 1/8 * 3) / 3, and they cancel in the bias',
    args: [[[1], [3], [5]], [[1], [0], [0.5]], [{ w: [[0]], b: [0] }]],
    expected: [{ w: [[1 / 12]], b: [0] }],
  },
];
