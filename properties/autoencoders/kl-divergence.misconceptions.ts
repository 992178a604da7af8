import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import type { KlDivergence } from './kl-divergence.ts';

/** The sum of a term for each outcome of positive p, on which the wrong forms are based. */
function sumOf(p: Vector, q: Vector, term: (pk: number, qk: number) => number): number {
  return p.reduce((sum, pk, k) => sum + (pk === 0 ? 0 : term(pk, nth(q, k))), 0);
}

/** The divergence as the notes print it, without the fraction bar. */
export const productInLogarithm: KlDivergence = (p, q) => sumOf(p, q, (pk, qk) => pk * Math.log(pk * qk));

export const misconceptions: readonly Misconception<KlDivergence>[] = [
  {
    id: 'klDivergence/swapped',
    title: 'p and q are exchanged',
    hint: 'The divergence is not symmetric: sum p log(p / q), with p as the weight and in the numerator.',
    caughtBy: 'three quarters against halves',
    rearranges: (p, q) => [q, p],
    implementation: (p, q) => sumOf(q, p, (qk, pk) => qk * Math.log(qk / pk)),
    readings: [
      (p, q) => sumOf(p, q, (pk, qk) => qk * Math.log(pk / qk)),
      (p, q) => sumOf(p, q, (pk, qk) => qk * Math.log(qk / pk)),
    ],
  },
  {
    id: 'klDivergence/sign-flipped',
    title: 'the sign is wrong',
    hint: 'A divergence is never negative: inside the logarithm, divide p by q.',
    caughtBy: 'it is never negative',
    implementation: (p, q) => sumOf(p, q, (pk, qk) => pk * Math.log(qk / pk)),
  },
  {
    id: 'klDivergence/product-in-logarithm',
    title: 'the logarithm of the product',
    hint: 'A fraction bar is missing in the notes: take the logarithm of p divided by q.',
    caughtBy: 'a distribution does not diverge from itself',
    implementation: productInLogarithm,
  },
  {
    id: 'klDivergence/base-two',
    title: 'in bits instead of nats',
    hint: 'The logarithm is the natural one: Math.log, not Math.log2.',
    caughtBy: 'a certain outcome',
    implementation: (p, q) => sumOf(p, q, (pk, qk) => pk * Math.log2(pk / qk)),
  },
  {
    id: 'klDivergence/zero-not-skipped',
    title: '0 log 0 is NaN',
    hint: 'An outcome that p rules out adds nothing: skip it, since 0 * Math.log(0) is NaN.',
    caughtBy: 'a certain outcome',
    implementation: (p, q) => p.reduce((sum, pk, k) => sum + pk * Math.log(pk / nth(q, k)), 0),
  },
  {
    id: 'klDivergence/cross-entropy',
    title: 'the cross-entropy',
    hint: 'Take the entropy of p off: with -log q alone, a distribution diverges from itself. It is log(p / q), not -log q.',
    caughtBy: 'a distribution does not diverge from itself',
    implementation: (p, q) => sumOf(p, q, (pk, qk) => -pk * Math.log(qk)),
    // without a look at p: 0 log 0 is NaN where both rule an outcome out
    readings: [(p, q) => p.reduce((sum, pk, k) => sum - pk * Math.log(nth(q, k)), 0)],
  },
];
