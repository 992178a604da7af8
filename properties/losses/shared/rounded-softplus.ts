import type { Rounded, Rounding } from '../../rounding/rounding.ts';

/** log(1 + e^z), as z + log(1 + e^-z) where z is positive: both forms have one derivative. */
export function roundedSoftplus(r: Rounding, z: Rounded): Rounded {
  const tail = (x: Rounded): Rounded => r.log(r.add(r.exact(1), r.exp(x)));
  return z.value > 0 ? r.add(z, tail(r.negate(z))) : tail(z);
}
