import type { Dropout } from '../../../../properties/generalization/dropout.ts';
import { randomUnits } from '../../../../reference/tensors/shared/random-bits.ts';
import type { Authority } from '../../authority.ts';
import { type Big, ONE, ZERO } from '../../big.ts';
import { exactly } from '../../exactly.ts';
import { isBig } from '../../is-big.ts';

/** x / (1 - p) where the draw is at least p, else 0. */
export const dropout: Authority<Dropout> = {
  class: 'product',
  exact: (x, random, { rate, training }) => {
    if (!training) return x;
    const draws = drawsOf(random, x.length, (x[0] as Big[]).length);
    return x.map((row, n) =>
      row.map((value, i) => (((draws[n] as Big[])[i] as Big).lt(rate) ? ZERO : value.div(ONE.minus(rate)))),
    );
  },
};

/** The draws that are given, or those of a seed. */
function drawsOf(random: Big[][] | Big, N: number, m: number): Big[][] {
  if (!isBig(random)) return random;
  const units = randomUnits(random.toNumber(), N * m).map(exactly);
  return Array.from({ length: N }, (_, n) => units.slice(n * m, (n + 1) * m));
}
