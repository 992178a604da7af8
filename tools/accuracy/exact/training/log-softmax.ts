import type { LogSoftmax } from '../../../../properties/training/log-softmax.ts';
import type { Authority } from '../../authority.ts';
import { type Big, ONE } from '../../big.ts';
import { afterRoundings } from '../../roundings.ts';
import { alongAxis } from './shared/along-axis.ts';
import { exactLogSoftmax } from './shared/log-softmax.ts';

/** z less the logarithm of the sum of powers, along an axis. */
export const logSoftmax: Authority<LogSoftmax> = {
  class: 'sum',
  exact: (logits, options) => alongAxis(logits, exactLogSoftmax, options.axis.toNumber()),
  bound: (logits, options) => {
    const boundsOf = (row: readonly Big[]): Big[] =>
      exactLogSoftmax(row).map((log) => afterRoundings(2 * row.length + 4, ONE.plus(log.abs())) as Big);
    return alongAxis(logits, boundsOf, options.axis.toNumber());
  },
};
