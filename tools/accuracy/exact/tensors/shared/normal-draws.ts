import { nth } from '../../../../../properties/values/nth.ts';
import { randomUnits } from '../../../../../reference/tensors/shared/random-bits.ts';
import { type Big, big, evaluated, log } from '../../../big.ts';
import { exactly } from '../../../exactly.ts';

/** Box and Muller, of the bits of a seed: draws of the standard normal distribution. */
export function normalDraws(seed: Big, size: number): Big[] {
  const u = randomUnits(seed.toNumber(), 2 * size).map(exactly);
  return Array.from({ length: size }, (_, i) => {
    const radius = log(nth(u, 2 * i))
      .times(big(-2))
      .sqrt();
    return radius.times(evaluated('cos(2 * pi * u)', { u: nth(u, 2 * i + 1) }));
  });
}
