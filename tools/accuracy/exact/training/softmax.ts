import type { Softmax } from '../../../../properties/training/softmax.ts';
import type { Authority } from '../../authority.ts';
import { alongAxis } from './shared/along-axis.ts';
import { exactSoftmax } from './shared/softmax.ts';

/** Powers over their sum, along an axis. */
export const softmax: Authority<Softmax> = {
  class: 'running error',
  exact: (logits, options) => alongAxis(logits, exactSoftmax, options.axis.toNumber()),
};
