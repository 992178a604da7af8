import type { Ones } from '../../../../properties/tensors/ones.ts';
import { nestOf } from '../../../../properties/values/nest.ts';
import type { Authority } from '../../authority.ts';
import { ONE } from '../../big.ts';

/** Ones everywhere. */
export const ones: Authority<Ones> = {
  class: 'exact',
  exact: (shape) =>
    nestOf(
      shape.map((length) => length.toNumber()),
      () => ONE,
    ),
};
