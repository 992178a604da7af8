import type { RandomUniform } from '../../../../properties/tensors/random-uniform.ts';
import { nested } from '../../../../properties/values/nest.ts';
import { randomUnits } from '../../../../reference/tensors/shared/random-bits.ts';
import type { Authority } from '../../authority.ts';
import { exactly } from '../../exactly.ts';

/** low + (high - low) u, of the same bits. */
export const randomUniform: Authority<RandomUniform> = {
  class: 'running error',
  exact: (shape, seed, { low, high }) => {
    const lengths = shape.map((length) => length.toNumber());
    const size = lengths.reduce((product, length) => product * length, 1);
    const u = randomUnits(seed.toNumber(), size).map(exactly);
    return nested(
      lengths,
      u.map((ui) => low.plus(high.minus(low).times(ui))),
    );
  },
};
