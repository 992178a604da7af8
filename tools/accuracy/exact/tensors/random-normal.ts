import type { RandomNormal } from '../../../../properties/tensors/random-normal.ts';
import { nested } from '../../../../properties/values/nest.ts';
import { nth } from '../../../../properties/values/nth.ts';
import { randomUnits } from '../../../../reference/tensors/shared/random-bits.ts';
import type { Authority } from '../../authority.ts';
import { big, evaluated, log } from '../../big.ts';
import { exactly } from '../../exactly.ts';

/** Box and Muller, of the same bits. */
export const randomNormal: Authority<RandomNormal> = {
  class: 'running error',
  exact: (shape, seed, { mean, deviation }) => {
    const lengths = shape.map((length) => length.toNumber());
    const size = lengths.reduce((product, length) => product * length, 1);
    const u = randomUnits(seed.toNumber(), 2 * size).map(exactly);
    const normals = Array.from({ length: size }, (_, i) => {
      const radius = log(nth(u, 2 * i))
        .times(big(-2))
        .sqrt();
      return radius.times(evaluated('cos(2 * pi * u)', { u: nth(u, 2 * i + 1) }));
    });
    return nested(
      lengths,
      normals.map((z) => mean.plus(deviation.times(z))),
    );
  },
};
