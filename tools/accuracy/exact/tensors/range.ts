import type { Range } from '../../../../properties/tensors/range.ts';
import type { Authority } from '../../authority.ts';

/** start + i delta */
export const range: Authority<Range> = {
  class: 'running error',
  exact: (start, limit, delta) => {
    const n = limit.minus(start).div(delta).ceil().toNumber();
    return Array.from({ length: n }, (_, i) => start.plus(delta.times(i)));
  },
};
