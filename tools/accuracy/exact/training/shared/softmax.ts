import { type Big, big, exp, largest, sum, ZERO } from '../../../big.ts';

/** e^(z_i - largest) of a row; 0 for a class that -Infinity masks, NaN if all are masked. */
export function shiftedPowers(z: readonly Big[]): Big[] {
  const top = largest(z);
  if (!top.isFinite()) return z.map(() => big(Number.NaN));
  return z.map((zi) => (zi.isFinite() ? exp(zi.minus(top)) : ZERO));
}

/** The softmax of a row. */
export function exactSoftmax(z: readonly Big[]): Big[] {
  const powers = shiftedPowers(z);
  const all = sum(powers);
  return powers.map((power) => power.div(all));
}
