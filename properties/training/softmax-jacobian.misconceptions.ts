import type { Misconception } from '../entry/entry.ts';
import type { Matrix, Vector } from '../values/value.ts';
import type { SoftmaxJacobian } from './softmax-jacobian.ts';

const softmax = (z: Vector): Vector => {
  const exponentials = z.map((x) => Math.exp(x - Math.max(...z)));
  const sum = exponentials.reduce((a, b) => a + b, 0);
  return exponentials.map((e) => e / sum);
};

/** A matrix of which each entry follows from p_i, p_j and whether i = j. */
const fromPairs =
  (entry: (a: number, b: number, same: boolean) => number) =>
  (z: Vector): Matrix => {
    const p = softmax(z);
    return p.map((a, i) => p.map((b, j) => entry(a, b, i === j)));
  };

export const misconceptions: readonly Misconception<SoftmaxJacobian>[] = [
  {
    id: 'softmaxJacobian/diagonal-only',
    title: 'zeros beside the diagonal',
    hint: 'Every logit is in the sum of the denominator, so it moves every probability: no entry is 0.',
    caughtBy: 'two equal logits, by hand',
    implementation: fromPairs((a, _, same) => (same ? a * (1 - a) : 0)),
    readings: [fromPairs((a, _, same) => (same ? a : 0))],
  },
  {
    id: 'softmaxJacobian/sign-flipped',
    title: 'with the opposite sign',
    hint: 'Raising a logit raises its own probability: the diagonal is positive.',
    caughtBy: 'two equal logits, by hand',
    rearrangesResult: (result) => result.map((row) => row.map((x) => -x)),
    implementation: fromPairs((a, b, same) => a * b - (same ? a : 0)),
  },
  {
    id: 'softmaxJacobian/outer-product-added',
    title: 'the outer product added instead of subtracted',
    hint: 'The probabilities keep their sum of 1, so each column of derivatives sums to 0: one of the terms is negative.',
    caughtBy: 'two equal logits, by hand',
    implementation: fromPairs((a, b, same) => a * b + (same ? a : 0)),
  },
];
