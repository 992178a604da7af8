import type { Misconception } from '../entry/entry.ts';
import { transposed } from '../values/transposed.ts';
import type { Vector } from '../values/value.ts';
import type { Softmax } from './softmax.ts';

const sum = (xs: Vector): number => xs.reduce((a, b) => a + b, 0);
const normalized = (xs: Vector): Vector => xs.map((x) => x / sum(xs));

/** The same by way of the logarithm of the sum, which is lost at the same logits but to other values. */
const byLogarithm = (row: Vector, shift: number): Vector => {
  const z = row.map((x) => x - shift);
  const logSum = Math.log(sum(z.map(Math.exp)));
  return z.map((x) => Math.exp(x - logSum));
};

/** Right softmax of a row, from which the wrong forms depart. */
const ofRow = (row: Vector): Vector => normalized(row.map((z) => Math.exp(z - Math.max(...row))));

/** If the logits of a row nearly cancel, the order of their sum decides: such a matrix tells nothing. */
const ofLogits =
  (row: (logits: Vector) => Vector): Misconception<Softmax>['implementation'] =>
  (logits) =>
    logits.some((z) => sum(z) !== 0 && Math.abs(sum(z)) < 1e-6 * sum(z.map(Math.abs))) ? undefined : logits.map(row);

/** Logarithms of sums, one logit at a time: a single one goes through neither Math.exp nor Math.log. */
const byPairs = (row: Vector): Vector => {
  const logSum = row.reduce((a, b) => Math.log(Math.exp(a) + Math.exp(b)));
  return row.map((x) => Math.exp(x - logSum));
};

export const misconceptions: readonly Misconception<Softmax>[] = [
  {
    id: 'softmax/over-batch',
    title: 'normalized over the batch instead of the classes',
    hint: 'The probabilities of one sample must sum to 1: sum over the classes of a row, not down a column.',
    caughtBy: 'every row sums to 1',
    rearranges: (logits) => [transposed(logits)],
    rearrangesResult: transposed,
    implementation: (logits) => transposed(transposed(logits).map(ofRow)),
  },
  {
    id: 'softmax/over-all',
    title: 'normalized over all elements at once',
    hint: 'Each row is a distribution of its own: divide by the sum of its row, not by the sum of the whole matrix.',
    caughtBy: 'every row sums to 1',
    implementation: (logits) => {
      const max = Math.max(...logits.flat());
      const exponentials = logits.map((row) => row.map((z) => Math.exp(z - max)));
      const all = sum(exponentials.flat());
      return exponentials.map((row) => row.map((e) => e / all));
    },
  },
  {
    id: 'softmax/no-exponential',
    title: 'the logits divided by their sum',
    hint: 'Take e to the power of each logit before you divide by the sum.',
    caughtBy: 'logits ln 1, ln 2, ln 5',
    implementation: ofLogits((row) => normalized(row)),
    readings: [ofLogits((row) => (sum(row) === 0 ? row : normalized(row)))],
  },
  {
    id: 'softmax/base-two',
    title: 'powers of two instead of powers of e',
    hint: 'The base is e: Math.exp(z), not 2 ** z.',
    caughtBy: 'logits ln 1, ln 2, ln 5',
    implementation: (logits) => logits.map((row) => normalized(row.map((z) => 2 ** (z - Math.max(...row))))),
  },
  {
    id: 'softmax/no-maximum',
    title: 'the maximum is not taken out',
    hint: 'e^1000 overflows: subtract the largest logit of the row from each before Math.exp; the result is the same.',
    caughtBy: 'a thousand',
    verdict: 'unstable',
    implementation: (logits) => logits.map((row) => normalized(row.map((z) => Math.exp(z)))),
    readings: [(logits) => logits.map((row) => byLogarithm(row, 0)), (logits) => logits.map(byPairs)],
  },
  {
    id: 'softmax/one-maximum-for-all-rows',
    title: 'one maximum for the whole matrix',
    hint: 'A row far below the others loses all its exponents: subtract the maximum of each row, not of the matrix.',
    caughtBy: 'a row far below the other',
    verdict: 'unstable',
    implementation: (logits) => {
      const max = Math.max(...logits.flat());
      return logits.map((row) => normalized(row.map((z) => Math.exp(z - max))));
    },
    readings: [(logits) => logits.map((row) => byLogarithm(row, Math.max(...logits.flat())))],
  },
];
