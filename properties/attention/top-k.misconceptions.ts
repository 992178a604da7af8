import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import { rankedFirst, softmaxOf, softmaxOver } from './shared/kept-tokens.ts';
import type { TopK } from './top-k.ts';

const cut = (logits: Vector, k: number): Vector => softmaxOver(logits, (i) => rankedFirst(logits, k).includes(i));
const negated = (logits: Vector): Vector => logits.map((z) => -z);

/** The tokens of the k largest, of equal ones the highest. */
const rankedLast = (logits: Vector, k: number): number[] =>
  rankedFirst(logits.toReversed(), k).map((i) => logits.length - 1 - i);

/** Quotients of plain powers over those that are kept. */
const plainPowers = (logits: Vector, k: number): Vector => {
  const kept = rankedFirst(logits, k);
  const powers = logits.map((z, i) => (kept.includes(i) ? Math.exp(z) : 0));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((e) => e / sum);
};

/** The softmax of all by plain powers, cut and divided by what is left. */
const softmaxThenCut = (logits: Vector, k: number): Vector => {
  const powers = logits.map((z) => Math.exp(z));
  const all = powers.reduce((a, b) => a + b, 0);
  const kept = rankedFirst(logits, k);
  const inside = powers.map((e, i) => (kept.includes(i) ? e / all : 0));
  const sum = inside.reduce((a, b) => a + b, 0);
  return inside.map((p) => p / sum);
};

export const misconceptions: readonly Misconception<TopK>[] = [
  {
    id: 'topK/not-renormalized',
    title: 'the softmax of all logits, with zeros outside: it does not sum to 1',
    hint: 'Divide by the sum over the tokens that are kept, so that the probabilities sum to 1 again.',
    caughtBy: 'ln 1, ln 2, ln 6, k = 2',
    implementation: (logits, k) => {
      const kept = rankedFirst(logits, k);
      return softmaxOf(logits).map((p, i) => (kept.includes(i) ? p : 0));
    },
  },
  {
    id: 'topK/smallest',
    title: 'the k smallest are kept',
    hint: 'Keep the largest logits: sort in descending order, (a, b) => b - a.',
    caughtBy: 'the largest alone',
    implementation: (logits, k) => {
      const kept = rankedFirst(negated(logits), k);
      return softmaxOver(logits, (i) => kept.includes(i));
    },
    readings: [
      (logits, k) => {
        const kept = rankedLast(negated(logits), k);
        return softmaxOver(logits, (i) => kept.includes(i));
      },
      // with all that are as small as the k-th
      (logits, k) => {
        const most = nth(
          logits.toSorted((a, b) => a - b),
          k - 1,
        );
        return softmaxOver(logits, (i) => nth(logits, i) <= most);
      },
    ],
  },
  {
    id: 'topK/one-short',
    title: 'k - 1 are kept',
    hint: 'Keep k tokens: slice(0, k), or every rank below k.',
    caughtBy: 'ln 1, ln 2, ln 6, k = 2',
    clearOn: (_, k) => k > 1,
    implementation: (logits, k) => cut(logits, k - 1),
    // 0 / 0
    readings: [
      (logits, k) => (k === 1 ? logits.map(() => Number.NaN) : cut(logits, k - 1)),
      // those above the k-th, of which there are fewer if some are as large as it
      (logits, k) => {
        const least = nth(
          logits.toSorted((a, b) => b - a),
          k - 1,
        );
        return softmaxOver(logits, (i) => nth(logits, i) > least);
      },
      // not renormalized either
      (logits, k) => softmaxOf(logits).map((p, i) => (rankedFirst(logits, k - 1).includes(i) ? p : 0)),
    ],
  },
  {
    id: 'topK/ties-kept',
    title: 'all logits that are as large as the k-th are kept',
    hint: 'Keep exactly k tokens: of logits as large as the k-th take the lowest, not all of them.',
    caughtBy: 'three alike, two kept',
    implementation: (logits, k) => {
      const least = nth(
        logits.toSorted((a, b) => b - a),
        k - 1,
      );
      return softmaxOver(logits, (i) => nth(logits, i) >= least);
    },
  },
  {
    id: 'topK/last-of-ties',
    title: 'of equal logits the highest tokens are kept',
    hint: 'Of equal logits keep the lowest tokens: sort by the logit, and then by the number of the token.',
    caughtBy: 'three alike, two kept',
    implementation: (logits, k) => {
      const kept = rankedLast(logits, k);
      return softmaxOver(logits, (i) => kept.includes(i));
    },
  },
  {
    id: 'topK/zero-logits',
    title: 'logits outside are set to 0, and keep a probability',
    hint: 'A logit of 0 still has e^0 = 1: set those outside to -Infinity, or leave them out of the sum.',
    caughtBy: 'three alike, two kept',
    implementation: (logits, k) => {
      const kept = rankedFirst(logits, k);
      return softmaxOf(logits.map((z, i) => (kept.includes(i) ? z : 0)));
    },
  },
  {
    id: 'topK/in-order-of-rank',
    title: 'the k probabilities in descending order, then zeros',
    hint: 'Put each probability back at the number of its token: sort the indices, not the logits themselves.',
    caughtBy: 'the largest alone',
    rearrangesResult: (p) => p.toSorted((a, b) => b - a),
    implementation: (logits, k) => cut(logits, k).toSorted((a, b) => b - a),
  },
  {
    id: 'topK/no-maximum',
    title: 'the maximum is not taken out',
    hint: 'e^1000 overflows: subtract the largest logit from each before Math.exp; the result is the same.',
    caughtBy: 'a thousand',
    verdict: 'unstable',
    // Only what is kept is divided by the sum, or everything.
    implementation: (logits, k) => plainPowers(logits, k).map((p, i) => (rankedFirst(logits, k).includes(i) ? p : 0)),
    readings: [
      plainPowers,
      (logits, k) => {
        const kept = rankedFirst(logits, k);
        const logSum = Math.log(kept.reduce((sum, i) => sum + Math.exp(nth(logits, i)), 0));
        return logits.map((z, i) => (kept.includes(i) ? Math.exp(z - logSum) : 0));
      },
      softmaxThenCut,
      (logits, k) => softmaxThenCut(logits, k).map((p, i) => (rankedFirst(logits, k).includes(i) ? p : 0)),
      (logits, k) => plainPowers(logits, k).map((p) => (Number.isNaN(p) ? 0 : p)),
    ],
  },
];
