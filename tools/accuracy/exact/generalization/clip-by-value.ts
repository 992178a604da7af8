import type { ClipByValue } from '../../../../properties/generalization/clip-by-value.ts';
import type { Authority } from '../../authority.ts';

/** Each entry, or the end of the range that it is beyond. */
export const clipByValue: Authority<ClipByValue> = {
  class: 'exact',
  exact: (gradient, low, high) => gradient.map((g) => (g.lt(low) ? low : g.gt(high) ? high : g)),
};
