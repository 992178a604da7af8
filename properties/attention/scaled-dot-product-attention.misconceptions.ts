import type { Misconception, WrongForm } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import { mapNumbers } from '../values/tree.ts';
import type { Vector } from '../values/value.ts';
import type { ScaledDotProductAttention } from './scaled-dot-product-attention.ts';
import { bySample, plainAttention, rightWeights, type Weights } from './shared/plain-attention.ts';

type Form = WrongForm<ScaledDotProductAttention>;

const variant =
  (weights: Weights, divisor?: (d: number) => number): Form =>
  (q, k, v, mask) =>
    bySample(q.length, (n) => {
      const isOpen = (i: number, j: number): boolean => mask === undefined || mask[n]?.[i]?.[j] === 1;
      return plainAttention([nth(q, n), nth(k, n), nth(v, n)], isOpen, weights, divisor);
    });

const sum = (xs: Vector): number => xs.reduce((a, b) => a + b, 0);
const softmax = (row: Vector): Vector => {
  const powers = row.map((s) => Math.exp(s - Math.max(...row)));
  return powers.map((power) => power / sum(powers));
};

/** If a query has no key left, what comes out is the writer's own. */
const ifAnyLeft =
  (weights: Weights): Weights =>
  (scores, isOpen) =>
    scores.every((row, i) => row.some((_, j) => isOpen(i, j))) ? weights(scores, isOpen) : undefined;

/** Over the queries that may attend to a key. */
const overQueries: Weights = (scores, isOpen) => {
  const turned = ifAnyLeft(rightWeights)(transposed(scores), (j, i) => isOpen(i, j));
  return turned === undefined ? undefined : transposed(turned);
};

/** A rule for a row of scores in which masked ones are another number: added to them, or in their place. */
const masksBy =
  (amount: number, replaced: boolean): Weights =>
  (scores, isOpen) =>
    scores.map((row, i) => softmax(row.map((s, j) => (isOpen(i, j) ? s : replaced ? amount : s + amount))));

/** The powers without a maximum taken out, of the open keys. */
const unshifted =
  (quotients: (powers: Vector, all: number) => Vector): Weights =>
  (scores, isOpen) =>
    scores.map((row, i) => {
      const powers = row.map((s, j) => (isOpen(i, j) ? Math.exp(s) : 0));
      return quotients(powers, sum(powers));
    });

const over = (powers: Vector, all: number): Vector => powers.map((power) => power / all);
const zeros = (powers: Vector): Vector => powers.map(() => 0);
const alike = (powers: Vector): Vector => powers.map(() => 1 / powers.length);

/** The maximum of all keys taken out, those masked included. */
const shiftedByAll =
  (quotients: (powers: Vector, all: number) => Vector): Weights =>
  (scores, isOpen) =>
    scores.map((row, i) => {
      const powers = row.map((s, j) => (isOpen(i, j) ? Math.exp(s - Math.max(...row)) : 0));
      return quotients(powers, sum(powers));
    });

/** Zeros for a query that has no key, which is seen to before. */
const zerosIfNone =
  (weights: Weights): Weights =>
  (scores, isOpen) =>
    weights(scores, isOpen)?.map((row, i) => (row.some((_, j) => isOpen(i, j)) ? row : zeros(row)));

const guarded = (powers: Vector, all: number): Vector => (all > 0 ? over(powers, all) : zeros(powers));

export const misconceptions: readonly Misconception<ScaledDotProductAttention>[] = [
  {
    id: 'scaledDotProductAttention/not-scaled',
    title: 'the scores are not divided',
    hint: 'Divide the products of queries and keys by the square root of d, their width.',
    caughtBy: 'four columns',
    clearOn: (q) => (q[0]?.[0]?.length ?? 0) > 1,
    implementation: variant(rightWeights, () => 1),
  },
  {
    id: 'scaledDotProductAttention/scaled-by-width',
    title: 'the scores are divided by d, not by its root',
    hint: 'The scale is the square root of d: a product of d terms of variance 1 has variance d.',
    caughtBy: 'four columns',
    clearOn: (q) => (q[0]?.[0]?.length ?? 0) > 1,
    implementation: variant(rightWeights, (d) => d),
  },
  {
    id: 'scaledDotProductAttention/softmax-over-queries',
    title: 'the softmax is taken over the queries',
    hint: 'The weights of one query sum to 1: take the softmax over the keys, along the last axis of the scores.',
    caughtBy: 'two queries',
    implementation: variant(overQueries),
  },
  {
    id: 'scaledDotProductAttention/mask-inverted',
    title: 'attends where the mask is 0',
    hint: 'In this course a 1 of the mask says that the key may be attended, a 0 hides it.',
    caughtBy: 'a masked key',
    rearranges: (q, k, v, mask) => (mask === undefined ? undefined : [q, k, v, mapNumbers(mask, (m) => 1 - m)]),
    implementation: (q, k, v, mask) =>
      mask === undefined
        ? variant(rightWeights)(q, k, v, mask)
        : variant(ifAnyLeft(rightWeights))(
            q,
            k,
            v,
            mapNumbers(mask, (m) => 1 - m),
          ),
  },
  {
    id: 'scaledDotProductAttention/mask-ignored',
    title: 'the mask is not read',
    hint: 'A key whose entry of the mask is 0 must get no weight: leave it out of the softmax.',
    caughtBy: 'a masked key',
    rearranges: (q, k, v, mask) => [q, k, v, mapNumbers(mask, () => 1)],
    implementation: (q, k, v, mask) =>
      variant(rightWeights)(
        q,
        k,
        v,
        mapNumbers(mask, () => 1),
      ),
  },
  {
    id: 'scaledDotProductAttention/mask-after-softmax',
    title: 'masked weights are set to 0 after the softmax',
    hint: 'Mask the scores before the softmax, so that the weights that are left sum to 1.',
    caughtBy: 'a masked key',
    implementation: variant((scores, isOpen) =>
      scores.map((row, i) => softmax(row).map((w, j) => (isOpen(i, j) ? w : 0))),
    ),
  },
  {
    id: 'scaledDotProductAttention/masked-score-zero',
    title: 'a masked score becomes 0, which still has a weight',
    hint: 'e to the power of 0 is 1: a masked score must become minus infinity, or be left out of the softmax.',
    caughtBy: 'a masked key',
    implementation: variant(masksBy(0, true)),
  },
  {
    id: 'scaledDotProductAttention/mask-added',
    title: 'the mask of 0 and 1 is added to the scores',
    hint: 'The mask says which keys may be attended; what is added to a score is 0 for these, and minus infinity for the others.',
    caughtBy: 'a masked key',
    implementation: variant((scores, isOpen) =>
      scores.map((row, i) => softmax(row.map((s, j) => s + (isOpen(i, j) ? 1 : 0)))),
    ),
  },
  {
    id: 'scaledDotProductAttention/no-maximum',
    title: 'the maximum is not taken out',
    hint: 'e^1000 overflows: subtract the largest score of the query from each before Math.exp; the weights are the same.',
    caughtBy: 'a score of ten thousand',
    verdict: 'unstable',
    implementation: variant(zerosIfNone(unshifted(over))),
    readings: [
      unshifted(over),
      unshifted(guarded),
      unshifted((powers, all) => (all > 0 && all < Infinity ? over(powers, all) : zeros(powers))),
      unshifted((powers, all) => over(powers, all).map((w) => (Number.isNaN(w) ? 0 : w))),
      unshifted((powers, all) => (all > 0 ? over(powers, all) : alike(powers))),
    ].map((weights) => variant(weights)),
  },
  {
    id: 'scaledDotProductAttention/maximum-of-masked',
    title: 'the maximum is searched among the masked keys too',
    hint: 'A masked score may be far above the others, whose powers then vanish: take the maximum of the open keys.',
    caughtBy: 'the largest score masked',
    verdict: 'unstable',
    implementation: variant(zerosIfNone(shiftedByAll(over))),
    readings: [variant(shiftedByAll(over)), variant(shiftedByAll(guarded))],
  },
  {
    id: 'scaledDotProductAttention/masked-whole-nan',
    title: 'a query that may attend to nothing gives NaN',
    hint: 'If every key of a query is masked, its sum of powers is 0 or its maximum minus infinity: give zeros there.',
    caughtBy: 'a query masked whole',
    verdict: 'unstable',
    implementation: variant((scores, isOpen) =>
      (rightWeights(scores, isOpen) ?? []).map((row, i) =>
        row.some((_, j) => isOpen(i, j)) ? row : row.map(() => Number.NaN),
      ),
    ),
  },
  {
    id: 'scaledDotProductAttention/masked-whole-averaged',
    title: 'a query that may attend to nothing averages all values',
    hint: 'A very negative score for each masked key weighs them all alike if every key is masked: give zeros there.',
    caughtBy: 'a query masked whole',
    verdict: 'unstable',
    implementation: variant(masksBy(-1e30, true)),
    readings: [
      variant(masksBy(-1e30, false)),
      ...[-1e9, -1e10, -1e12, -1e6, -1e5, -1e4].map((amount) => variant(masksBy(amount, false))),
      variant(masksBy(-1e4, true)),
    ],
  },
];
