import type { RandomNormal } from '../../../../properties/tensors/random-normal.ts';
import { nested } from '../../../../properties/values/nest.ts';
import type { Authority } from '../../authority.ts';
import { normalDraws } from './shared/normal-draws.ts';

/** Box and Muller, of the same bits. */
export const randomNormal: Authority<RandomNormal> = {
  class: 'running error',
  exact: (shape, seed, { mean, deviation }) => {
    const lengths = shape.map((length) => length.toNumber());
    const size = lengths.reduce((product, length) => product * length, 1);
    return nested(
      lengths,
      normalDraws(seed, size).map((z) => mean.plus(deviation.times(z))),
    );
  },
};
