import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import type { Matrix, Vector } from '../values/value.ts';
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

/** One shift of the logits above the line, and another one below it. */
const shiftedApart = (logits: Matrix, above: (row: Vector) => number, below: (row: Vector) => number): Matrix =>
  logits.map((row) => row.map((z) => Math.exp(z - above(row)) / sum(row.map((x) => Math.exp(x - below(row))))));

/** A guard of the division by a sum that may be 0 or Infinity. */
type Guard = (exponentials: Vector, sum: number) => Vector;

const quotients: Guard = (exponentials, sum) => exponentials.map((e) => e / sum);

/** What is written around the division where the sum is no good. */
const GUARDS: readonly Guard[] = [
  // 0, or the same for all classes, where the sum is 0
  (exponentials, sum) => (sum === 0 ? exponentials.map(() => 0) : quotients(exponentials, sum)),
  (exponentials, sum) => (sum === 0 ? exponentials.map(() => 1 / exponentials.length) : quotients(exponentials, sum)),
  // the same for all classes where it is 0 or Infinity
  (exponentials, sum) =>
    sum > 0 && sum < Infinity ? quotients(exponentials, sum) : exponentials.map(() => 1 / exponentials.length),
  // 0, or the same for all classes, where the quotient is NaN
  (exponentials, sum) => quotients(exponentials, sum).map((p) => (Number.isNaN(p) ? 0 : p)),
  (exponentials, sum) => quotients(exponentials, sum).map((p) => (Number.isNaN(p) ? 1 / exponentials.length : p)),
];

/** No maximum taken out, with a guard. */
const guarded =
  (guard: Guard): Misconception<Softmax>['implementation'] =>
  (logits) =>
    logits.map((row) => {
      const exponentials = row.map((z) => Math.exp(z));
      return guard(exponentials, sum(exponentials));
    });

/**
 * The same with a tiny number in the sum, or as the least that it may be. Its size is the writer's, so a sum that is neither far above
 * nor far below all such numbers tells nothing.
 */
const tinySum: Misconception<Softmax>['implementation'] = (logits) => {
  const sums = logits.map((row) => sum(row.map((z) => Math.exp(z))));
  if (sums.some((s) => s > 5e-29 && s < 1e-5)) return undefined;
  return logits.map((row, n) => row.map((z) => (nth(sums, n) < 1e-5 ? 0 : Math.exp(z) / nth(sums, n))));
};

/**
 * The same with exponents that are capped above, or on both sides. The cap is the writer's, of 30 to 709: where it would
 * decide, there is nothing to compare with.
 */
const capped =
  (least: number, most: number): Misconception<Softmax>['implementation'] =>
  (logits) => {
    const tells = (z: number, row: Vector): boolean => {
      if (z >= 710) return true;
      if (z <= -710) return least === -Infinity || row.every((x) => x <= -710 || x > -3);
      return Math.abs(z) < 11 && (z <= 0 || row.every((x) => x < 710));
    };
    if (!logits.every((row) => row.every((z) => tells(z, row)))) return undefined;
    return logits.map((row) => normalized(row.map((z) => Math.exp(Math.max(least, Math.min(z, most))))));
  };

/** The numbers from which a search for the maximum begins: the tiny ones are as good as 0. */
const STARTS = [0, -100, -999, -1e3, -9999, -1e4, -1e5, -1e6, -1e9, -(2 ** 31), Number.MIN_SAFE_INTEGER];

/** The maximum taken out, as far as a search from that number finds it: by quotients, and by way of the logarithm. */
const maximumFrom = (start: number): Misconception<Softmax>['implementation'][] => {
  const found = (row: Vector): number => Math.max(start, ...row);
  return [
    (logits) => logits.map((row) => normalized(row.map((z) => Math.exp(z - found(row))))),
    (logits) => logits.map((row) => byLogarithm(row, found(row))),
  ];
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
    clearOn: (logits) => logits.length > 1,
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
    readings: [
      (logits) => logits.map((row) => byLogarithm(row, 0)),
      (logits) => logits.map(byPairs),
      ...GUARDS.map(guarded),
      tinySum,
      capped(-Infinity, 300),
      capped(-300, 300),
      // The sum of three such exponentials overflows.
      capped(-Infinity, 709),
      capped(-709, 709),
    ],
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
  {
    id: 'softmax/maximum-from-a-constant',
    title: 'the search for the maximum begins at a number, which may be larger than every logit',
    hint: 'Begin the search at the first logit or at -Infinity: from 0 a row of logits far below 0 is left with exponentials of 0.',
    caughtBy: ['a thousand below', 'the far end below'],
    verdict: 'unstable',
    implementation: nth(maximumFrom(0), 0),
    readings: STARTS.flatMap(maximumFrom).slice(1),
  },
  {
    id: 'softmax/shift-in-one-place',
    title: 'the maximum is taken out above the line only, or below it only',
    hint: 'Subtract the maximum in the numerator and in the sum alike: only then does it cancel.',
    caughtBy: 'every row sums to 1',
    implementation: (logits) =>
      shiftedApart(
        logits,
        (row) => Math.max(...row),
        () => 0,
      ),
    readings: [
      (logits) =>
        shiftedApart(
          logits,
          () => 0,
          (row) => Math.max(...row),
        ),
      (logits) =>
        shiftedApart(
          logits,
          () => Math.max(...logits.flat()),
          () => 0,
        ),
      (logits) =>
        shiftedApart(
          logits,
          () => 0,
          () => Math.max(...logits.flat()),
        ),
    ],
  },
];
