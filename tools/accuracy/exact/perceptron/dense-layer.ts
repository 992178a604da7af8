import type { DenseLayer } from '../../../../properties/perceptron/dense-layer.ts';
import type { Authority } from '../../authority.ts';
import { exactActivation } from '../activation.ts';
import { exactDrives } from '../drives.ts';

/** f(x W + b), row by row. */
export const denseLayer: Authority<DenseLayer> = {
  class: 'running error',
  exact: (x, w, b, activation = 'identity') => exactDrives(x, w, b).map((row) => row.map(exactActivation(activation))),
};
