import type { SparsityPenalty } from '../../../../properties/autoencoders/sparsity-penalty.ts';
import type { Authority, Exact } from '../../authority.ts';
import { type Big, log, ONE, sum, ZERO } from '../../big.ts';
import { afterRoundings } from '../../roundings.ts';

/** The divergence of each unit's mean, or the size of the code. */
export const sparsityPenalty: Authority<SparsityPenalty> = {
  class: 'sum',
  exact: (code, { rate, measure }) => {
    if (measure === 'l1') return sum(code.flat().map((a) => a.abs())).div(code.length);
    return sum(parts(code, rate).map(([p, m]) => (p.isZero() ? ZERO : p.times(log(p.div(m))))));
  },
  bound: (code, { rate, measure }) => {
    if (measure === 'l1')
      return afterRoundings(code.flat().length, sum(code.flat().map((a) => a.abs())).div(code.length));
    const sizes = parts(code, rate).map(([p, m]) => (p.isZero() ? ZERO : p.times(log(p.div(m)).abs().plus(ONE))));
    return afterRoundings(code.length + sizes.length + 6, sum(sizes));
  },
};

/** Both outcomes of every unit: the probability that is wanted and the one that is there. */
function parts(code: Exact<number[][]>, rate: Big): [wanted: Big, there: Big][] {
  return (code[0] as Big[]).flatMap((_, k): [Big, Big][] => {
    const mean = sum(code.map((row) => row[k] as Big)).div(code.length);
    return [
      [rate, mean],
      [ONE.minus(rate), ONE.minus(mean)],
    ];
  });
}
