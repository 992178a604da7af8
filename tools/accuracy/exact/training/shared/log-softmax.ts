import { type Big, largest, sum } from '../../../big.ts';
import { log1p } from '../../../log1p.ts';
import { shiftedPowers } from './softmax.ts';

/** The log-softmax of a row: the largest adds 1 to the sum of powers. */
export function exactLogSoftmax(z: readonly Big[]): Big[] {
  const top = largest(z);
  const powers = shiftedPowers(z);
  const first = z.indexOf(top);
  const log = log1p(sum(powers.filter((_, i) => i !== first)));
  return z.map((zi) => zi.minus(top).minus(log));
}
