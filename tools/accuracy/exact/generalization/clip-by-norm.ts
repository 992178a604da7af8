import type { ClipByNorm } from '../../../../properties/generalization/clip-by-norm.ts';
import type { Authority } from '../../authority.ts';
import { clippedTo } from './shared/norm.ts';

/** The gradient, times the limit over its norm where that is larger. */
export const clipByNorm: Authority<ClipByNorm> = {
  class: 'running error',
  exact: (gradient, maxNorm) => clippedTo(gradient, maxNorm),
};
