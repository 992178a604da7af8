import type { Rounded, Rounding } from '../../rounding/rounding.ts';
import { erf } from './erf.ts';

/** The largest error of the polynomial that TensorFlow.js computes erf by (Abramowitz, Stegun 7.1.26). */
const POLYNOMIAL = 1.5e-7;

/** erf(a), with the error of a float32 backend's polynomial, and its derivative. */
export function roundedErf(r: Rounding, a: Rounded): Rounded {
  const { unit, ulps } = r.format;
  const error = (unit > 2 ** -53 ? POLYNOMIAL : 0) + (8 + ulps.exp) * unit;
  const slope = r.multiply(r.rounded(2 / Math.sqrt(Math.PI)), r.exp(r.negate(r.square(a))));
  // 0 in value, and all that follows from the error of a and from its derivative
  const moved = r.multiply(slope, r.subtract(a, r.detached(a)));
  return r.add(r.known(erf(a.value), error), moved);
}
