import type { Entry } from '../entry/entry.ts';
import { variedMatrix, variedVector } from '../inputs/varied.ts';
import { bits } from './shared/mlp-inputs.ts';
import { alone, curve, regression, three } from './shared/toy-networks.ts';
import type { TrainMlp } from './train-mlp.ts';

const ln3 = Math.log(3);

export const edges: Entry<TrainMlp>['edges'] = {
  'and, 60 steps': [...bits(0, 0, 0, 1), alone, { learningRate: 1, steps: 60 }],
  'seven samples, five outputs': [
    variedMatrix(7, 6),
    variedMatrix(7, 5, 4).map((row) => row.map(Math.abs)),
    [{ w: variedMatrix(6, 5, 2), b: variedVector(5) }],
    { learningRate: 0.5, steps: 2 },
  ],
  'no step': [[[1.5]], [[0.25]], [{ w: [[-0.75]], b: [0.5] }], { learningRate: 0.5, steps: 0 }],
  'one step': [[[1.5]], [[0.25]], [{ w: [[-0.75]], b: [0.5] }], { learningRate: 0.5, steps: 1 }],
  'two layers, one step': [...bits(0, 1, 1, 0), three, { learningRate: 1, steps: 1 }],
  'xor, 20 steps': [...bits(0, 1, 1, 0), three, { learningRate: 2, steps: 20 }],
  'and, 20 steps': [...bits(0, 0, 0, 1), alone, { learningRate: 2, steps: 20 }],
  'no learning': [...bits(0, 1, 1, 1), alone, { learningRate: 0, steps: 3 }],
  'a regression': [...regression, curve, { learningRate: 0.5, steps: 5 }],
};

export const illegal: Entry<TrainMlp>['illegal'] = {
  'targets of another batch': {
    args: [[[1]], [[1], [1]], [{ w: [[1]], b: [0] }], { learningRate: 1, steps: 1 }],
    names: 't',
  },
};

export const worked: Entry<TrainMlp>['worked'] = [
  {
    name: 'one step of one weight',
    origin: 'by hand: y = 3/4, the gradients 3/16 and 3/32 (backprop), times 16',
    args: [[[2]], [[0.25]], [{ w: [[0]], b: [ln3] }], { learningRate: 16, steps: 1 }],
    expected: [{ w: [[-3]], b: [ln3 - 1.5] }],
  },
  {
    name: 'one step of two layers',
    origin: 'by hand: the gradients 3/16, 3/32 and 3/64, 3/32 (backprop), times 64, all at the old weights',
    args: [
      [[2]],
      [[0.25]],
      [
        { w: [[0]], b: [0] },
        { w: [[4]], b: [ln3 - 2] },
      ],
      { learningRate: 64, steps: 1 },
    ],
    expected: [
      { w: [[-12]], b: [-6] },
      { w: [[1]], b: [ln3 - 8] },
    ],
  },
  {
    name: 'three samples, one of them met',
    origin: 'by hand: y = 1/2, the gradients 1/12 and 0 (backprop), times 3',
    args: [[[1], [3], [5]], [[1], [0], [0.5]], [{ w: [[0]], b: [0] }], { learningRate: 3, steps: 1 }],
    expected: [{ w: [[-0.25]], b: [0] }],
  },
];
