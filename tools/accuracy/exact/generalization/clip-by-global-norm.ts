import type { ClipByGlobalNorm } from '../../../../properties/generalization/clip-by-global-norm.ts';
import type { Authority } from '../../authority.ts';
import { clippedTo, norm } from './shared/norm.ts';

/** All gradients, times the limit over the norm of all entries where that is larger. */
export const clipByGlobalNorm: Authority<ClipByGlobalNorm> = {
  class: 'running error',
  exact: (gradients, maxNorm) => {
    const length = norm(gradients.flat());
    return gradients.map((g) => clippedTo(g, maxNorm, length));
  },
};
