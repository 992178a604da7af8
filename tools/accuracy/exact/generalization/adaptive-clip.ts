import type { AdaptiveClip } from '../../../../properties/generalization/adaptive-clip.ts';
import { transposed } from '../../../../properties/values/transposed.ts';
import type { Authority } from '../../authority.ts';
import type { Big } from '../../big.ts';
import { clippedTo, larger, norm } from './shared/norm.ts';

/** Each column, clipped to its share of the norm of its weights. */
export const adaptiveClip: Authority<AdaptiveClip> = {
  class: 'running error',
  exact: (w, gradient, { clipping, epsilon }) => {
    const weights = transposed(w);
    const columns = transposed(gradient).map((g, j) => {
      const own = norm(weights[j] as Big[]);
      return clippedTo(g, clipping.times(larger(own, epsilon)));
    });
    return transposed(columns);
  },
};
