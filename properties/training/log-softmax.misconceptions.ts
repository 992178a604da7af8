import type { Misconception } from '../entry/entry.ts';
import { transposed } from '../values/transposed.ts';
import type { Vector } from '../values/value.ts';
import type { LogSoftmax } from './log-softmax.ts';

const sum = (xs: Vector): number => xs.reduce((a, b) => a + b, 0);
/** The logits of a row less their maximum, and the sum of their exponentials. */
const shifted = (row: Vector): { z: Vector; expSum: number } => {
  const z = row.map((x) => x - Math.max(...row));
  return { z, expSum: sum(z.map(Math.exp)) };
};

/** Right log-softmax of a row, from which the wrong forms depart. */
const ofRow = (row: Vector): Vector => {
  const { z, expSum } = shifted(row);
  return z.map((x) => x - Math.log(expSum));
};

const softmax = (row: Vector, shift: number): Vector => {
  const exponentials = row.map((x) => Math.exp(x - shift));
  return exponentials.map((e) => e / sum(exponentials));
};

/** 1 / sum e^(z_j - z_i), which is a softmax too, and vanishes where a difference overflows. */
const byDifferences = (row: Vector): Vector => row.map((x) => Math.log(1 / sum(row.map((y) => Math.exp(y - x)))));

export const misconceptions: readonly Misconception<LogSoftmax>[] = [
  {
    id: 'logSoftmax/over-batch',
    title: 'over the batch instead of the classes',
    hint: 'The classes of one sample share a sum: go along each row, not down a column.',
    caughtBy: 'e to the results of a row sums to 1',
    rearranges: (logits) => [transposed(logits)],
    rearrangesResult: transposed,
    implementation: (logits) => transposed(transposed(logits).map(ofRow)),
    clearOn: (logits) => logits.length > 1,
  },
  {
    id: 'logSoftmax/sign-flipped',
    title: 'with the opposite sign',
    hint: 'Probabilities are at most 1, so their logarithms are at most 0: check the sign of each term.',
    caughtBy: 'logits ln 1, ln 3',
    rearrangesResult: (result) => result.map((row) => row.map((x) => -x)),
    implementation: (logits) => logits.map((row) => ofRow(row).map((x) => -x)),
  },
  {
    id: 'logSoftmax/base-ten',
    title: 'logarithm to the base 10',
    hint: 'The logarithm is the natural one, Math.log; Math.log10 is to the base 10.',
    caughtBy: 'logits ln 1, ln 3',
    implementation: (logits) => logits.map((row) => ofRow(row).map((x) => x / Math.LN10)),
    readings: [
      (logits) =>
        logits.map((row) => {
          const { z, expSum } = shifted(row);
          return z.map((x) => x - Math.log10(expSum));
        }),
    ],
  },
  {
    id: 'logSoftmax/log-of-softmax',
    title: 'the logarithm of a softmax that has vanished',
    hint: 'e^-1000 is 0 and its logarithm -Infinity: take the logarithm of the formula first, z - max - log(sum e^(z - max)).',
    caughtBy: 'a thousand',
    verdict: 'unstable',
    implementation: (logits) => logits.map((row) => softmax(row, Math.max(...row)).map(Math.log)),
    readings: [
      (logits) => logits.map((row) => softmax(row, 0).map(Math.log)),
      (logits) => logits.map(byDifferences),
      (logits) => logits.map((row) => row.map((x) => Math.log(Math.exp(x)) - Math.log(sum(row.map(Math.exp))))),
    ],
  },
  {
    id: 'logSoftmax/maximum-joined-to-log',
    title: 'the maximum and the logarithm of the sum are added before both are taken off',
    hint: 'Beside a maximum of 1e10 the logarithm loses its digits: take off the maximum first, (z - max) - log(sum e^(z - max)).',
    caughtBy: 'a tie far out',
    verdict: 'unstable',
    implementation: (logits) =>
      logits.map((row) => {
        const joined = Math.max(...row) + Math.log(shifted(row).expSum);
        return row.map((x) => x - joined);
      }),
  },
];
