import type { KlDivergence } from '../../../../properties/autoencoders/kl-divergence.ts';
import type { Authority } from '../../authority.ts';
import { type Big, log, ONE, sum, ZERO } from '../../big.ts';
import { afterRoundings } from '../../roundings.ts';

/** 0 log 0 is 0, for any q. */
export const klDivergence: Authority<KlDivergence> = {
  class: 'sum',
  exact: (p, q) => sum(p.map((pk, k) => (pk.isZero() ? ZERO : pk.times(log(pk.div(q[k] as Big)))))),
  bound: (p, q) =>
    afterRoundings(
      p.length + 3,
      sum(
        p.map((pk, k) =>
          pk.isZero()
            ? ZERO
            : pk.times(
                log(pk.div(q[k] as Big))
                  .abs()
                  .plus(ONE),
              ),
        ),
      ),
    ),
};
