import type { LstmCell } from '../../../../properties/recurrent/lstm-cell.ts';
import type { Authority } from '../../authority.ts';
import { exactStep } from './shared/gates.ts';

/** f c + i c~, o tanh(c') */
export const lstmCell: Authority<LstmCell> = {
  class: 'running error',
  exact: (x, state, weights, options) => exactStep(x, state, weights, options),
};
