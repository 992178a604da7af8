import { stackNests } from '../../../../properties/tensors/shared/joining.ts';
import type { Stack } from '../../../../properties/tensors/stack.ts';
import type { Authority } from '../../authority.ts';

/** Nests beside each other. */
export const stack: Authority<Stack> = {
  class: 'exact',
  exact: (tensors, axis) => stackNests(tensors, axis.toNumber()),
};
