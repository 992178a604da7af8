import type { RnnCell } from '../../../../properties/recurrent/rnn-cell.ts';
import type { Authority } from '../../authority.ts';
import { added, afterRoundings, sizesOf, twoUlp } from '../../roundings.ts';
import { elementwise } from '../backprop/shared/elementwise.ts';
import { exactActivation } from '../perceptron/shared/activation.ts';
import { exactRnnDrives } from './shared/rnn.ts';

/** f(x W_x + h W_h + b), row by row. */
export const rnnCell: Authority<RnnCell> = {
  class: 'sum',
  exact: (x, h, weights, activation = 'tanh') =>
    exactRnnDrives(x, h, weights).map((row) => row.map(exactActivation(activation))),
  bound: (x, h, weights, activation = 'tanh') => {
    const { wx, wh, b } = weights;
    const sizes = exactRnnDrives(sizesOf(x), sizesOf(h), { wx: sizesOf(wx), wh: sizesOf(wh), b: sizesOf(b) });
    const ofDrives = afterRoundings(wx.length + wh.length + 1, sizes);
    if (activation === 'relu') return ofDrives;
    return added(ofDrives, elementwise(rnnCell.exact(x, h, weights, activation), twoUlp));
  },
};
