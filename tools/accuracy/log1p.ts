import { type Big, big, log, ONE, ZERO } from './big.ts';

/** log(1 + x); near 0 from its series, where the sum would lose the digits of x. */
export function log1p(x: Big): Big {
  if (!x.abs().lt(1e-6)) return log(x.plus(ONE));
  let power = x;
  let total = ZERO;
  for (let k = 1; !power.isZero(); k++) {
    const next = total.plus(power.div(big(k)));
    if (next.eq(total)) break;
    total = next;
    power = power.times(x).neg();
  }
  return total;
}
