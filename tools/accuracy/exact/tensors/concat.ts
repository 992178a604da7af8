import type { Concat } from '../../../../properties/tensors/concat.ts';
import { concatNests } from '../../../../properties/tensors/shared/joining.ts';
import type { Authority } from '../../authority.ts';

/** Nests one after another. */
export const concat: Authority<Concat> = {
  class: 'exact',
  exact: (tensors, axis) => concatNests(tensors, axis.toNumber()),
};
