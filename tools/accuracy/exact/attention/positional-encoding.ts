import type { PositionalEncoding } from '../../../../properties/attention/positional-encoding.ts';
import type { Authority } from '../../authority.ts';
import { big, exp, log, ONE } from '../../big.ts';

const LOG = log(big(10_000));

/** One power, and a sine and a cosine of each angle, in turn. */
export const positionalEncoding: Authority<PositionalEncoding> = {
  class: 'elementary',
  exact: (length, width) => {
    const frequencies = Array.from({ length: width.div(2).toNumber() }, (_, i) =>
      i === 0 ? ONE : exp(LOG.times(-2 * i).div(width)),
    );
    return Array.from({ length: length.toNumber() }, (_, t) =>
      frequencies.flatMap((frequency) => {
        const angle = frequency.times(t);
        return [angle.sin(), angle.cos()];
      }),
    );
  },
};
