import { type Big, exp } from './big.ts';
import { log1p } from './log1p.ts';

/** log(1 + e^z), the larger power taken out. */
export function softplus(z: Big): Big {
  const rest = log1p(exp(z.abs().neg()));
  return z.gt(0) ? z.plus(rest) : rest;
}
