import type { Matrix } from '../../values/value.ts';
import type { SigmoidLayer } from './mlp-inputs.ts';

/** Weights of two layers, the first of three units, for gates of two bits. */
export const three: SigmoidLayer[] = [
  {
    w: [
      [0.5, -1.25, 0.75],
      [1.5, -0.25, 1],
    ],
    b: [-1, 0.125, 0.5],
  },
  { w: [[1.75], [-0.5], [-1.5]], b: [0.625] },
];
/** Weights of one layer. */
export const alone: SigmoidLayer[] = [{ w: [[0.5], [-0.25]], b: [0.125] }];
/** Seven points of a falling curve. */
const points = [-3, -2, -1, 0, 1, 2, 3];
export const regression: [x: Matrix, t: Matrix] = [points.map((x) => [x / 2]), points.map((x) => [(4 - x) / 8])];
/** Weights of two layers for it. */
export const curve: SigmoidLayer[] = [
  { w: [[0.75, -1.5]], b: [0.25, -0.5] },
  { w: [[-0.5], [1]], b: [0] },
];
