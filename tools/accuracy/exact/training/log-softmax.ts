import type { LogSoftmax } from '../../../../properties/training/log-softmax.ts';
import type { Authority } from '../../authority.ts';
import { alongAxis } from '../along-axis.ts';
import { exactLogSoftmax } from '../log-softmax.ts';

/** z less the logarithm of the sum of powers, along an axis. */
export const logSoftmax: Authority<LogSoftmax> = {
  class: 'running error',
  exact: (logits, options = {}) => alongAxis(logits, exactLogSoftmax, options.axis?.toNumber()),
};
