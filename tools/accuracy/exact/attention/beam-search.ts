import type { BeamSearch } from '../../../../properties/attention/beam-search.ts';
import type { Authority } from '../../authority.ts';
import { type Big, big, ZERO } from '../../big.ts';
import { afterRoundings } from '../../roundings.ts';

interface Hypothesis {
  tokens: readonly number[];
  score: Big;
  /** the sum of the sizes of what its score adds up */
  size: Big;
}

/** The best hypothesis by exact sums. */
function found(...[model, start, end, maxLength, width]: Parameters<(typeof beamSearch)['exact']>): Hypothesis {
  const isOpen = ({ tokens }: Hypothesis): boolean => tokens.length === 0 || !end.eq(tokens.at(-1) as number);
  let beam: Hypothesis[] = [{ tokens: [], score: ZERO, size: ZERO }];
  for (let t = 0; maxLength.gt(t) && beam.some(isOpen); t++) {
    const all = beam.flatMap((each): Hypothesis[] => {
      if (!isOpen(each)) return [each];
      const row = model[each.tokens.at(-1) ?? start.toNumber()] as Big[];
      return row.map((logP, v) => ({
        tokens: [...each.tokens, v],
        score: each.score.plus(logP),
        size: each.size.plus(logP.abs()),
      }));
    });
    beam = all.sort((a, b) => b.score.cmp(a.score)).slice(0, width.toNumber());
  }
  return beam[0] as Hypothesis;
}

export const beamSearch: Authority<BeamSearch> = {
  class: 'sum',
  exact: (...args) => {
    const { tokens, score } = found(...args);
    return { tokens: tokens.map((token) => big(token)), score };
  },
  bound: (...args) => {
    const { tokens, size } = found(...args);
    return { tokens: tokens.map(() => ZERO), score: afterRoundings(tokens.length - 1, size) };
  },
};
