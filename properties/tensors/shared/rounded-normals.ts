import { randomUnits } from '../../../reference/tensors/shared/random-bits.ts';
import type { Rounded, Rounding } from '../../rounding/rounding.ts';
import { nth } from '../../values/nth.ts';

/** The standard normal draws of a seed, in running-error arithmetic. */
export function roundedNormals(r: Rounding, seed: number, size: number): Rounded[] {
  const u = randomUnits(seed, 2 * size).map((ui) => r.input(ui));
  return Array.from({ length: size }, (_, i) => {
    const radius = r.sqrt(r.multiply(r.exact(-2), r.log(nth(u, 2 * i))));
    const angle = r.multiply(r.rounded(2 * Math.PI), nth(u, 2 * i + 1));
    return r.multiply(radius, r.cos(angle));
  });
}
