import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import { total } from '../values/tree.ts';
import type { Matrix, Vector } from '../values/value.ts';
import type { SparsityPenalty } from './sparsity-penalty.ts';

/** The mean of each unit over the batch. */
function means(code: Matrix): Vector {
  return nth(code, 0).map((_, k) => total(code.map((row) => nth(row, k))) / code.length);
}

/** p log(p / q), where 0 log 0 = 0 */
const part = (p: number, q: number): number => (p === 0 ? 0 : p * Math.log(p / q));
const divergence = (p: number, q: number): number => part(p, q) + part(1 - p, 1 - q);
const sumOf = (items: Vector, term: (m: number) => number): number => total(items.map(term));

export const misconceptions: readonly Misconception<SparsityPenalty>[] = [
  {
    id: 'sparsityPenalty/swapped',
    title: 'rate and mean activation are exchanged',
    hint: 'The divergence is not symmetric: the rate is the weight and the numerator, the mean activation goes below the line.',
    caughtBy: 'one unit at a quarter, wanted at a half',
    implementation: (code, { rate }) => sumOf(means(code), (m) => divergence(m, rate)),
    readings: [
      // of each activation, averaged
      (code, { rate }) => sumOf(code.flat(), (a) => divergence(a, rate)) / code.length,
      // the weights alone
      (code, { rate }) => sumOf(means(code), (m) => m * Math.log(rate / m) + (1 - m) * Math.log((1 - rate) / (1 - m))),
    ],
  },
  {
    id: 'sparsityPenalty/averaged-over-units',
    title: 'averaged over the units',
    hint: 'Sum over the units: only the activations of one unit are averaged, over the batch.',
    caughtBy: 'the units add up',
    implementation: (code, { rate }) => sumOf(means(code), (m) => divergence(rate, m)) / nth(code, 0).length,
  },
  {
    id: 'sparsityPenalty/per-sample',
    title: 'the divergence of each activation, averaged over the batch',
    hint: 'Average the activations of a unit over the batch first, and take the divergence of that mean.',
    caughtBy: 'the mean of a unit is what counts',
    implementation: (code, { rate }) => sumOf(code.flat(), (a) => divergence(rate, a)) / code.length,
    readings: [
      // over the units too, or not at all
      (code, { rate }) => sumOf(code.flat(), (a) => divergence(rate, a)) / code.flat().length,
      (code, { rate }) => sumOf(code.flat(), (a) => divergence(rate, a)),
    ],
  },
  {
    id: 'sparsityPenalty/one-sided',
    title: 'the first term alone',
    hint: 'A Bernoulli distribution has two outcomes: add the term of the inactive one, (1 - rate) log((1 - rate) / (1 - m)).',
    caughtBy: 'one unit at a quarter, wanted at a half',
    implementation: (code, { rate }) => sumOf(means(code), (m) => part(rate, m)),
  },
  {
    id: 'sparsityPenalty/sign-flipped',
    title: 'the sign is wrong',
    hint: 'A divergence is never negative: inside the logarithms, divide the rate by the mean activation.',
    caughtBy: 'it is never negative',
    implementation: (code, { rate }) => -sumOf(means(code), (m) => divergence(rate, m)),
  },
  {
    id: 'sparsityPenalty/base-two',
    title: 'in bits instead of nats',
    hint: 'The logarithm is the natural one: Math.log, not Math.log2.',
    caughtBy: 'one unit at a quarter, wanted at a half',
    implementation: (code, { rate }) => sumOf(means(code), (m) => divergence(rate, m)) / Math.LN2,
  },
  {
    id: 'sparsityPenalty/cross-entropy',
    title: 'the cross-entropy',
    hint: 'Take the entropy of the rate off: a unit that has the rate costs nothing.',
    caughtBy: 'a code whose units have the rate costs nothing',
    implementation: (code, { rate }) => sumOf(means(code), (m) => -(rate * Math.log(m)) - (1 - rate) * Math.log(1 - m)),
  },
  {
    id: 'sparsityPenalty/rate-ignored',
    title: 'the rate of the options is ignored',
    hint: 'Use the rate from the options; it is 0.05 only if none is given.',
    caughtBy: 'one unit at a quarter, wanted at a half',
    implementation: (code) => sumOf(means(code), (m) => divergence(0.05, m)),
  },
  {
    id: 'sparsityPenalty/over-features',
    title: 'the activations of a sample are averaged',
    hint: 'Average each unit over the batch, a column of the code, not each sample over its units.',
    caughtBy: ['the order of the units does not matter, nor that of the samples within one', 'the units add up'],
    clearOn: (code) => code.length > 1,
    implementation: (code, { rate }) =>
      sumOf(
        code.map((row) => total(row) / row.length),
        (m) => divergence(rate, m),
      ),
    readings: [
      (code, { rate }) => divergence(rate, total(code.flat()) / code.flat().length),
      (code, { rate }) =>
        sumOf(
          code.map((row) => total(row) / row.length),
          (m) => divergence(rate, m),
        ) / code.length,
    ],
  },
  {
    id: 'sparsityPenalty/zero-not-skipped',
    title: '0 log 0 is NaN',
    hint: 'At the rates 0 and 1 one of the terms is 0: skip it, since 0 * Math.log(0) is NaN.',
    verdict: 'unstable',
    caughtBy: ['rate 0', 'rate 1'],
    implementation: (code, { rate }) =>
      sumOf(means(code), (m) => rate * Math.log(rate / m) + (1 - rate) * Math.log((1 - rate) / (1 - m))),
    readings: [
      // at one of the two rates
      (code, { rate }) => sumOf(means(code), (m) => rate * Math.log(rate / m) + part(1 - rate, 1 - m)),
      (code, { rate }) => sumOf(means(code), (m) => part(rate, m) + (1 - rate) * Math.log((1 - rate) / (1 - m))),
    ],
  },
];
