import { spacing } from '../../properties/values/agreement.ts';
import type { Big } from './big.ts';
import { exactly } from './exactly.ts';

/** How far a double is from the true value. */
export interface Distance {
  /** Infinity if one is finite and the other is not, or they are different infinities */
  absolute: number;
  /** in gaps between doubles at the true value */
  ulps: number;
}

const NONE: Distance = { absolute: 0, ulps: 0 };
const APART: Distance = { absolute: Infinity, ulps: Infinity };

/** The distance of a double from a number of many digits. NaN is at NaN, and a true value beyond the range at Infinity. */
export function distance(got: number, truth: Big): Distance {
  const nearest = truth.toNumber();
  if (!Number.isFinite(got) || !Number.isFinite(nearest)) return Object.is(got, nearest) ? NONE : APART;
  const difference = exactly(got).minus(truth).abs();
  if (difference.isZero()) return NONE;
  return { absolute: difference.toNumber(), ulps: difference.div(exactly(gapAt(nearest, truth))).toNumber() };
}

/** The gap between the doubles on either side of a number; `nearest` may have been rounded up to a power of two. */
function gapAt(nearest: number, truth: Big): number {
  const gap = spacing(nearest, 2 ** -53);
  const isPowerOfTwo = Number.isInteger(Math.log2(Math.abs(nearest))) && nearest !== 0;
  const below = isPowerOfTwo && truth.abs().lt(exactly(Math.abs(nearest)));
  return below ? Math.max(gap / 2, Number.MIN_VALUE) : gap;
}
