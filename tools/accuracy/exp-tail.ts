import { type Big, big, exp, ONE, ZERO } from './big.ts';

/**
 * What is left of e^x behind the first `from` terms of its series: 0 for e^x itself, 1 for e^x - 1, 2 for e^x - 1 - x.
 * Near 0, where the difference would cancel, it is summed.
 */
export function expTail(x: Big, from: 1 | 2): Big {
  if (!x.abs().lt(0.25)) return from === 1 ? exp(x).minus(ONE) : exp(x).minus(ONE).minus(x);
  let term = from === 1 ? x : x.times(x).div(2);
  let total = ZERO;
  for (let k = from + 1; !term.isZero(); k++) {
    const next = total.plus(term);
    if (next.eq(total)) break;
    total = next;
    term = term.times(x).div(big(k));
  }
  return total;
}
