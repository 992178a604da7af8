import { type Authority, ULPS } from './authority.ts';
import type { Measured } from './measure.ts';

/** Why a reference strays further than its class allows, in a line; null where it does not. */
export function excess(authority: Authority, { ulps, ratio }: Measured): string | null {
  const limit = ULPS[authority.class];
  if (ulps.size > limit) return `${ulps.size.toPrecision(4)} ulp, allowed ${limit} (${authority.class})`;
  if (ratio.size > 1) return `${ratio.size.toPrecision(4)} of its running error bound`;
  return null;
}
