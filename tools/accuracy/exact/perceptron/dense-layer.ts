import type { DenseLayer } from '../../../../properties/perceptron/dense-layer.ts';
import type { Authority } from '../../authority.ts';
import { added, afterRoundings, sizesOf, twoUlp } from '../../roundings.ts';
import { elementwise } from '../backprop/shared/elementwise.ts';
import { exactActivation } from './shared/activation.ts';
import { exactDrives } from './shared/drives.ts';

/** f(x W + b), row by row. */
export const denseLayer: Authority<DenseLayer> = {
  class: 'sum',
  exact: (x, w, b, activation = 'identity') => exactDrives(x, w, b).map((row) => row.map(exactActivation(activation))),
  bound: (x, w, b, activation = 'identity') => {
    const ofDrives = afterRoundings(w.length + 1, exactDrives(sizesOf(x), sizesOf(w), sizesOf(b)));
    if (activation === 'identity' || activation === 'relu') return ofDrives;
    return added(ofDrives, elementwise(denseLayer.exact(x, w, b, activation), twoUlp));
  },
};
