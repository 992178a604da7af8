import type { Zeros } from '../../../../properties/tensors/zeros.ts';
import { nestOf } from '../../../../properties/values/nest.ts';
import type { Authority } from '../../authority.ts';
import { ZERO } from '../../big.ts';

/** Zeros everywhere. */
export const zeros: Authority<Zeros> = {
  class: 'exact',
  exact: (shape) =>
    nestOf(
      shape.map((length) => length.toNumber()),
      () => ZERO,
    ),
};
