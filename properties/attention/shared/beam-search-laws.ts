import fc from 'fast-check';
import { expectClose, expectThat, type Law, law } from '../../entry/law.ts';
import { nth } from '../../values/nth.ts';
import type { Matrix } from '../../values/value.ts';
import type { BeamSearch } from '../beam-search.ts';
import { isClear, stepsOf } from './beams.ts';
import { decodings, fine } from './bigram-models.ts';

type Arguments = Parameters<BeamSearch>;

/** The sum of the log-probabilities along some tokens. */
const scoreOf = (model: Matrix, start: number, tokens: readonly number[]): number =>
  tokens.reduce((sum, token, t) => sum + nth(nth(model, t === 0 ? start : nth(tokens, t - 1)), token), 0);

/** Every sequence that ends with the end, or is so long without it. */
function sequences(V: number, end: number, maxLength: number): number[][] {
  const tokens = Array.from({ length: V }, (_, v) => v);
  const longer = (before: number[]): number[][] =>
    before.length === maxLength || before.at(-1) === end ? [before] : tokens.flatMap((v) => longer([...before, v]));
  return longer([]);
}

const everyWay = decodings([fine], { most: 3, longest: 3 });

/** What any right beam search obeys. */
export function laws(inputs: fc.Arbitrary<Arguments>): Law<BeamSearch>[] {
  return [
    law('the score is the sum of the log-probabilities along the tokens', fc.tuple(inputs), async (search, args) => {
      const { tokens, score } = await search(...args);
      expectThat(tokens.length > 0, 'no tokens');
      expectClose(score, scoreOf(args[0], args[1], tokens), search.allowed(...args).score, 2 ** -48);
    }),
    law(
      'the end comes last or not at all, and without it there are maxLength tokens',
      fc.tuple(inputs),
      async (search, args) => {
        const [, , end, maxLength] = args;
        const { tokens } = await search(...args);
        const isOver = tokens.at(-1) === end ? tokens.length <= maxLength : tokens.length === maxLength;
        const shown = `got ${tokens.join(', ')} with the end ${end}`;
        expectThat(isOver && !tokens.slice(0, -1).includes(end), shown);
      },
    ),
    law('wide enough for all sequences it finds the best of them', fc.tuple(everyWay), async (search, decoding) => {
      const [model, start, end, maxLength] = decoding;
      const all = sequences(model.length, end, maxLength);
      if (!isClear(stepsOf(...decoding, all.length))) return;
      const scores = all.map((tokens) => scoreOf(model, start, tokens));
      const best = scores.indexOf(Math.max(...scores));
      const allowed = search.allowed(...decoding, all.length).score;
      const found = await search(...decoding, all.length);
      expectClose(found.tokens, nth(all, best), 0);
      expectClose(found.score, nth(scores, best), allowed, 2 ** -48);
    }),
    law('no width finds a better one than all sequences hold', fc.tuple(everyWay), async (search, decoding) => {
      const [model, start, end, maxLength] = decoding;
      const scores = sequences(model.length, end, maxLength).map((tokens) => scoreOf(model, start, tokens));
      for (const width of [1, 2, 3]) {
        const args: Arguments = [...decoding, width];
        if (!isClear(stepsOf(...args))) continue;
        const { score } = await search(...args);
        expectThat(score <= Math.max(...scores) + search.allowed(...args).score, `got ${score} with width ${width}`);
      }
    }),
    law(
      'with a width of 1 each token is the most probable after the one before',
      fc.tuple(inputs),
      async (search, args) => {
        const [model, start, end, maxLength] = args;
        if (!isClear(stepsOf(model, start, end, maxLength, 1))) return;
        const { tokens } = await search(model, start, end, maxLength, 1);
        tokens.forEach((token, t) => {
          const row = nth(model, t === 0 ? start : nth(tokens, t - 1));
          expectThat(nth(row, token) === Math.max(...row), `token ${t} is ${token} after the row ${row.join(', ')}`);
        });
      },
    ),
    law('with a maxLength of 1 it is the most probable token', fc.tuple(inputs), async (search, args) => {
      const [model, start, end, , width] = args;
      if (!isClear(stepsOf(model, start, end, 1, width))) return;
      const row = nth(model, start);
      const { tokens } = await search(model, start, end, 1, width);
      expectClose(tokens, [row.indexOf(Math.max(...row))], 0);
    }),
    law('tokens that are numbered backwards are found backwards', fc.tuple(inputs), async (search, args) => {
      const [model, start, end, maxLength, width] = args;
      const other = (token: number): number => model.length - 1 - token;
      const turned: Arguments = [
        model.map((row) => row.toReversed()).toReversed(),
        other(start),
        other(end),
        maxLength,
        width,
      ];
      const { tokens, score } = await search(...args);
      const allowed = search.allowed(...args).score;
      expectClose(
        await search(...turned),
        { tokens: tokens.map(other), score },
        { tokens: tokens.map(() => 0), score: 2 * allowed },
      );
    }),
  ];
}
