import type { RnnOutput } from '../../../../properties/recurrent/rnn-output.ts';
import type { Authority } from '../../authority.ts';
import { afterRoundings, sizesOf } from '../../roundings.ts';
import { exactDrives } from '../perceptron/shared/drives.ts';

/** h W_ho + b, step by step. */
export const rnnOutput: Authority<RnnOutput> = {
  class: 'sum',
  exact: (h, w, b) => h.map((steps) => exactDrives(steps, w, b)),
  bound: (h, w, b) => {
    const [states, weights, biases] = [sizesOf(h), sizesOf(w), sizesOf(b)];
    return afterRoundings(
      w.length + 1,
      states.map((steps) => exactDrives(steps, weights, biases)),
    );
  },
};
