import { type AccuracyClass, LIMITS } from './authority.ts';
import type { Measured } from './measure.ts';

/** Why a reference is further off than its class allows, in a line; null if it is not. */
export function excess(kind: AccuracyClass, { ulps, ratio, stated }: Measured): string | null {
  const limit = LIMITS[kind];
  if (ulps.size > limit.ulps) return `${ulps.size.toPrecision(4)} ulp, allowed ${limit.ulps} (${kind})`;
  if (ratio.size > limit.share) return `${ratio.size.toPrecision(4)} of its bound, allowed ${limit.share} (${kind})`;
  if (kind === 'sum' && !(stated && stated.size <= limit.share)) {
    return stated
      ? `${stated.size.toPrecision(4)} of the bound that its docstring derives, allowed ${limit.share}`
      : 'a sum without the bound that its docstring derives';
  }
  return null;
}
