import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import { softmaxOf, softmaxOver } from './shared/kept-tokens.ts';
import type { TopP } from './top-p.ts';

const descending = (logits: Vector): number[] => [...logits.keys()].sort((a, b) => nth(logits, b) - nth(logits, a));

/** The tokens up to the one with which the sum reaches p, in that order. */
function reaching(logits: Vector, p: number, order: readonly number[]): number[] {
  const probabilities = softmaxOf(logits);
  let sum = 0;
  const last = order.findIndex((i) => {
    sum += nth(probabilities, i);
    return sum >= p;
  });
  return last === -1 ? [...order] : order.slice(0, last + 1);
}

const over = (logits: Vector, kept: readonly number[]): Vector => softmaxOver(logits, (i) => kept.includes(i));
const shareOf = (logits: Vector, isKept: (i: number) => boolean): Vector =>
  softmaxOf(logits).map((share, i) => (isKept(i) ? share : 0));
const withoutLast = (logits: Vector, p: number): number[] => reaching(logits, p, descending(logits)).slice(0, -1);

export const misconceptions: readonly Misconception<TopP>[] = [
  {
    id: 'topP/crossing-dropped',
    title: 'the token that reaches p is left out',
    hint: 'Keep the token with which the sum reaches p as well: drop a token only if the sum before it is p already.',
    caughtBy: 'a half, three eighths and an eighth, p = 0.6',
    clearOn: (logits, p) => withoutLast(logits, p).length > 0,
    implementation: (logits, p) => over(logits, withoutLast(logits, p)),
    readings: [
      // one is kept at least; 0 / 0
      (logits, p) => over(logits, descending(logits).slice(0, Math.max(1, withoutLast(logits, p).length))),
      (logits, p) => {
        const kept = withoutLast(logits, p);
        return kept.length === 0 ? logits.map(() => Number.NaN) : over(logits, kept);
      },
      // not renormalized either
      (logits, p) => shareOf(logits, (i) => withoutLast(logits, p).includes(i)),
    ],
  },
  {
    id: 'topP/not-renormalized',
    title: 'the softmax of all logits, with zeros outside: it does not sum to 1',
    hint: 'Divide by the sum over the tokens that are kept, so that the probabilities sum to 1 again.',
    caughtBy: 'it sums to 1',
    implementation: (logits, p) => {
      const kept = reaching(logits, p, descending(logits));
      return shareOf(logits, (i) => kept.includes(i));
    },
  },
  {
    id: 'topP/threshold',
    title: 'each token whose own probability is at least p',
    hint: 'Compare p with the sum of the most probable tokens so far, not with the probability of each.',
    caughtBy: 'the same, p = 0.9',
    implementation: (logits, p) => {
      const probabilities = softmaxOf(logits);
      return softmaxOver(logits, (i) => nth(probabilities, i) >= p);
    },
    readings: [
      (logits, p) => {
        const probabilities = softmaxOf(logits);
        const isKept = (i: number): boolean => nth(probabilities, i) >= p;
        return logits.some((_, i) => isKept(i)) ? softmaxOver(logits, isKept) : logits.map(() => Number.NaN);
      },
      (logits, p) => {
        const probabilities = softmaxOf(logits);
        return softmaxOver(logits, (i) => nth(probabilities, i) >= p || i === nth(descending(logits), 0));
      },
      (logits, p) => {
        const probabilities = softmaxOf(logits);
        return probabilities.map((share) => (share >= p ? share : 0));
      },
    ],
  },
  {
    id: 'topP/least-first',
    title: 'the least probable tokens are kept',
    hint: 'Add up from the most probable token downward: sort in descending order, (a, b) => b - a.',
    caughtBy: 'the same, p = 0.4',
    implementation: (logits, p) => over(logits, reaching(logits, p, descending(logits).toReversed())),
  },
  {
    id: 'topP/in-order-of-rank',
    title: 'the probabilities in descending order, then zeros',
    hint: 'Put each probability back at the number of its token: sort the indices, not the probabilities themselves.',
    caughtBy: 'the same, p = 0.9',
    rearrangesResult: (shares) => shares.toSorted((a, b) => b - a),
    implementation: (logits, p) => over(logits, reaching(logits, p, descending(logits))).toSorted((a, b) => b - a),
  },
];
