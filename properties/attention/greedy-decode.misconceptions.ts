import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import type { Matrix, Vector } from '../values/value.ts';
import type { GreedyDecode } from './greedy-decode.ts';

const first = (row: Vector): number => row.indexOf(Math.max(...row));

/** The tokens up to the end or to so many, by a rule for the next one. */
function decoded(model: Matrix, start: number, end: number, most: number, next = first): number[] {
  const tokens: number[] = [];
  let last = start;
  while (tokens.length < most) {
    last = next(nth(model, last));
    tokens.push(last);
    if (last === end) break;
  }
  return tokens;
}

export const misconceptions: readonly Misconception<GreedyDecode>[] = [
  {
    id: 'greedyDecode/includes-start',
    title: 'the start is put first',
    hint: 'Leave the start out: the result begins with the first token that comes after it.',
    caughtBy: 'a chain to the end',
    rearrangesResult: (tokens, _, start) => [start, ...tokens],
    implementation: (model, start, end, maxLength) => [start, ...decoded(model, start, end, maxLength)],
    readings: [(model, start, end, maxLength) => [start, ...decoded(model, start, end, maxLength - 1)]],
  },
  {
    id: 'greedyDecode/drops-end',
    title: 'the end is left out',
    hint: 'Add the token to the result before you look whether it is the end: the end is kept.',
    caughtBy: 'a chain to the end',
    implementation: (model, start, end, maxLength) =>
      decoded(model, start, end, maxLength).filter((token) => token !== end),
  },
  {
    id: 'greedyDecode/last-of-ties',
    title: 'of equally probable tokens the highest',
    hint: 'Of equally probable tokens take the lowest: replace the best so far only by a larger one, with > and not >=.',
    caughtBy: 'ties',
    implementation: (model, start, end, maxLength) =>
      decoded(model, start, end, maxLength, (row) => row.lastIndexOf(Math.max(...row))),
  },
  {
    id: 'greedyDecode/least-probable',
    title: 'the least probable token',
    hint: 'Log-probabilities are at most 0, and the most probable token has the largest one, nearest to 0: do not take their size.',
    caughtBy: 'no token is more probable after the one before it',
    implementation: (model, start, end, maxLength) =>
      decoded(model, start, end, maxLength, (row) => row.indexOf(Math.min(...row))),
    readings: [
      (model, start, end, maxLength) =>
        decoded(model, start, end, maxLength, (row) => row.lastIndexOf(Math.min(...row))),
    ],
  },
  {
    id: 'greedyDecode/end-ignored',
    title: 'it goes on after the end',
    hint: 'Stop as soon as the end has been added: nothing follows it.',
    caughtBy: 'a chain to the end',
    implementation: (model, start, _, maxLength) => decoded(model, start, -1, maxLength),
  },
  {
    id: 'greedyDecode/columns',
    title: 'columns are read for rows',
    hint: 'The first index is the token before, the second the next one: look for the largest in the row of the last token.',
    caughtBy: 'a chain to the end',
    rearranges: (model, ...rest) => [transposed(model), ...rest],
    implementation: (model, start, end, maxLength) => decoded(transposed(model), start, end, maxLength),
  },
  {
    id: 'greedyDecode/row-of-start',
    title: 'every token is chosen from the row of the start',
    hint: 'Go on from the token that was just chosen: the next one is looked up in its row.',
    caughtBy: 'a chain to the end',
    implementation: (model, start, end, maxLength) => {
      const next = first(nth(model, start));
      return next === end ? [next] : Array.from({ length: maxLength }, () => next);
    },
  },
  {
    id: 'greedyDecode/one-short',
    title: 'one token too few where the end is not reached',
    hint: 'maxLength counts the tokens of the result, and the start is not among them.',
    caughtBy: 'cut at maxLength',
    implementation: (model, start, end, maxLength) => decoded(model, start, end, maxLength - 1),
  },
];
