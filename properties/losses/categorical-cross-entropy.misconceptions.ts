import type { CompleteForm, Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Matrix, Vector } from '../values/value.ts';
import type { CategoricalCrossEntropy } from './categorical-cross-entropy.ts';
import {
  ADDED,
  AT_LEAST,
  CLIPPED,
  EPSILONS,
  epsilonsBelow,
  epsilonsFrom,
  type Guard,
} from './shared/guarded-logarithm.ts';

const sum = (xs: Vector): number => xs.reduce((a, b) => a + b, 0);

const logSoftmax = (z: Vector, log = Math.log): Vector => {
  const max = Math.max(...z);
  const logSum = log(sum(z.map((x) => Math.exp(x - max))));
  return z.map((x) => x - max - logSum);
};

const softmax = (z: Vector, shift: number): Vector => {
  const exponentials = z.map((x) => Math.exp(x - shift));
  return exponentials.map((e) => e / sum(exponentials));
};

const rowsOf = (t: Matrix | Vector, classes: number): Matrix =>
  t.map((target) =>
    typeof target === 'number' ? Array.from({ length: classes }, (_, c) => (c === target ? 1 : 0)) : target,
  );

/** The cost of each sample, in nats, from which the wrong forms depart. */
const costs = (logP: Matrix, t: Matrix | Vector, guarded = true): Vector =>
  rowsOf(t, logP[0]?.length ?? 0).map(
    (row, n) => -sum(row.map((target, c) => (guarded && target === 0 ? 0 : target * nth(nth(logP, n), c)))),
  );

const logProbabilities = (y: Matrix, fromLogits = false, log = Math.log): Matrix =>
  y.map((row) => (fromLogits ? logSoftmax(row, log) : row.map((p) => log(p))));

const right: CompleteForm<CategoricalCrossEntropy> = (y, t, { fromLogits }) =>
  sum(costs(logProbabilities(y, fromLogits), t)) / y.length;

const maximum = (row: Vector): number => Math.max(...row);

/** Softmax, then its logarithm: with the maximum taken out of a row, of all rows or of none, 0 log 0 minded, rows made of class indices. */
const softmaxThenLog =
  (
    shiftOf: (row: Vector, all: Matrix) => number,
    guarded: boolean,
    direct: boolean,
  ): CompleteForm<CategoricalCrossEntropy> =>
  (y, t, { fromLogits }) => {
    const p = fromLogits ? y.map((row) => softmax(row, shiftOf(row, y))) : y;
    const logP = logProbabilities(p);
    if (direct && typeof t[0] === 'number') {
      return -sum((t as Vector).map((k, n) => nth(nth(logP, n), k))) / y.length;
    }
    return sum(costs(logP, t, guarded)) / y.length;
  };

/** Logarithms that a small number keeps from -Infinity; logits as they should be, or through a softmax. */
const guarded =
  ({ log }: Guard, byProbability: boolean) =>
  (epsilon: number): CompleteForm<CategoricalCrossEntropy> =>
  (y, t, { fromLogits }) => {
    if (fromLogits && !byProbability) return right(y, t, { fromLogits });
    const p = fromLogits ? y.map((row) => softmax(row, maximum(row))) : y;
    const logP = p.map((row) => row.map((x) => log(x, epsilon)));
    return sum(costs(logP, t)) / y.length;
  };

/** A form that shows at probabilities of exactly 0 and 1 alone: what it adds to others is lost in the tolerance. */
const atTheEnds =
  (form: CompleteForm<CategoricalCrossEntropy>): CompleteForm<CategoricalCrossEntropy> =>
  (y, t, options) =>
    (options.fromLogits || y.some((row) => row.some((p) => p === 0 || p === 1)) ? form : right)(y, t, options);

/** An added number shows on mild input from this size on: beside a loss near 0, and beside the softmax of -10 and 10. */
const SHOWS = 1e-10;
const SHOWS_OF_LOGITS = 1e-16;
/** As the least probability it shows where it is above that softmax, 2e-9; as the most, where there is one class. */
const LEAST_OF_LOGITS = 1e-8;
const MOST_OF_LOGITS = 1e-10;

/** How many softmaxes go over what is given, by whether that is logits, before the logarithm. */
const softmaxes =
  (ofProbabilities: number, ofLogits: number): CompleteForm<CategoricalCrossEntropy> =>
  (y, t, { fromLogits }) => {
    let p = y;
    for (let i = fromLogits ? ofLogits : ofProbabilities; i > 0; i--) p = p.map((row) => softmax(row, maximum(row)));
    return sum(costs(logProbabilities(p), t)) / y.length;
  };

interface BinaryTerms {
  /** of logits: a probability for each class on its own */
  bySigmoid?: boolean;
  /** -log p of the class alone where targets are indices */
  rowsOnly?: boolean;
  /** 0 times the logarithm of 0, where there is one class, is NaN */
  unguarded?: boolean;
  divisor?: (N: number, C: number) => number;
}

/** The cross-entropy of each class on its own. */
const withBinaryTerms =
  ({
    bySigmoid = false,
    rowsOnly = false,
    unguarded = false,
    divisor = (N) => N,
  }: BinaryTerms): CompleteForm<CategoricalCrossEntropy> =>
  (y, t, options) => {
    if (rowsOnly && typeof t[0] === 'number') return right(y, t, options);
    const probabilities = (row: Vector): Vector =>
      bySigmoid ? row.map((z) => 1 / (1 + Math.exp(-z))) : softmax(row, maximum(row));
    const p = options.fromLogits ? y.map(probabilities) : y;
    const C = p[0]?.length ?? 1;
    const others = rowsOf(t, C).map((row) => row.map((target) => 1 - target));
    const logRest = p.map((row) => row.map((x) => Math.log(1 - x)));
    const all = sum(costs(logProbabilities(p), t, !unguarded)) + sum(costs(logRest, others, !unguarded));
    return all / divisor(y.length, C);
  };

export const misconceptions: readonly Misconception<CategoricalCrossEntropy>[] = [
  {
    id: 'categoricalCrossEntropy/summed',
    title: 'summed over the batch instead of averaged',
    hint: 'The loss is the mean over the samples: it should not double when the batch is repeated.',
    caughtBy: 'the mean over two samples',
    rearrangesResult: (loss, y) => loss * y.length,
    implementation: (y, t, options) => right(y, t, options) * y.length,
  },
  {
    id: 'categoricalCrossEntropy/averaged-over-classes',
    title: 'averaged over the classes',
    hint: 'Sum over the classes of a sample; only the samples are averaged.',
    caughtBy: 'the mean over two samples',
    rearrangesResult: (loss, y) => loss / nth(y, 0).length,
    implementation: (y, t, options) => right(y, t, options) / (y[0]?.length ?? 1),
    readings: [(y, t, options) => (right(y, t, options) * y.length) / (y[0]?.length ?? 1)],
    clearOn: (y) => y.length > 1,
  },
  {
    id: 'categoricalCrossEntropy/sign-flipped',
    title: 'without the minus sign',
    hint: 'The logarithm of a probability is never positive: the loss needs a minus sign to be never negative.',
    caughtBy: 'the mean over two samples',
    rearrangesResult: (loss) => -loss,
    implementation: (y, t, options) => -right(y, t, options),
  },
  {
    id: 'categoricalCrossEntropy/base-two',
    title: 'logarithm to the base 2',
    hint: 'The loss is in nats: take the natural logarithm, Math.log.',
    caughtBy: 'where all classes are equally likely it costs ln C',
    rearrangesResult: (loss) => loss / Math.LN2,
    implementation: (y, t, options) => right(y, t, options) / Math.LN2,
    readings: [(y, t, { fromLogits }) => sum(costs(logProbabilities(y, fromLogits, Math.log2), t)) / y.length],
  },
  {
    id: 'categoricalCrossEntropy/softmax-then-log',
    title: 'the logarithm of a softmax that has vanished',
    hint: 'A softmax of 1e-400 is 0 and its logarithm is lost: compute log-softmax in one go, z - max - log(sum e^(z - max)).',
    caughtBy: 'logits of a thousand',
    verdict: 'unstable',
    implementation: softmaxThenLog(maximum, true, false),
    // all but the first, which is the implementation
    readings: [maximum, () => 0, (_: Vector, all: Matrix) => maximum(all.flat())]
      .flatMap((shiftOf) => [
        softmaxThenLog(shiftOf, true, false),
        softmaxThenLog(shiftOf, false, false),
        softmaxThenLog(shiftOf, false, true),
      ])
      .slice(1),
    clearOn: (_y, _t, options) => options?.fromLogits === true,
  },
  {
    id: 'categoricalCrossEntropy/epsilon-in-logarithm',
    title: 'a small number keeps the logarithm from -Infinity',
    hint: 'Leave the small number out: where y is 0 and t is not, the loss is Infinity; only skip a class whose target is 0.',
    caughtBy: 'a zero under a target',
    isDeviation: true,
    implementation: guarded(ADDED, false)(1e-7),
    readings: [
      ...epsilonsFrom(SHOWS)
        .filter((epsilon) => epsilon !== 1e-7)
        .map(guarded(ADDED, false)),
      ...epsilonsFrom(SHOWS_OF_LOGITS).map(guarded(ADDED, true)),
      ...epsilonsFrom(LEAST_OF_LOGITS).map(guarded(AT_LEAST, true)),
      ...epsilonsFrom(MOST_OF_LOGITS).map(guarded(CLIPPED, true)),
    ],
    unstableReadings: [
      ...epsilonsBelow(SHOWS).map((epsilon) => atTheEnds(guarded(ADDED, false)(epsilon))),
      ...epsilonsBelow(SHOWS_OF_LOGITS).map(guarded(ADDED, true)),
      ...EPSILONS.map(guarded(AT_LEAST, false)),
      ...epsilonsBelow(LEAST_OF_LOGITS).map(guarded(AT_LEAST, true)),
      ...epsilonsFrom(1e-16).map(guarded(CLIPPED, false)),
      ...epsilonsFrom(1e-16)
        .filter((epsilon) => epsilon < MOST_OF_LOGITS)
        .map(guarded(CLIPPED, true)),
    ],
  },
  {
    id: 'categoricalCrossEntropy/softmax-twice',
    title: 'a softmax of what is probabilities already',
    hint: 'Rows that sum to 1 are not normalized again: take one softmax of logits, and none where fromLogits is false.',
    caughtBy: ['the mean over two samples', 'logits ln 1, ln 3'],
    implementation: softmaxes(1, 1),
    readings: [softmaxes(0, 2), softmaxes(1, 2)],
  },
  {
    id: 'categoricalCrossEntropy/binary-terms',
    title: 'the terms (1 - t) log(1 - p) of the binary cross-entropy are added',
    hint: 'Only the term t log p of each class counts: that the other classes are unlikely follows from the sum of 1.',
    caughtBy: 'the mean over two samples',
    implementation: withBinaryTerms({}),
    readings: [true, false].flatMap((bySigmoid) =>
      [(N: number): number => N, (N: number, C: number): number => N * C].flatMap((divisor) => [
        withBinaryTerms({ bySigmoid, divisor }),
        withBinaryTerms({ bySigmoid, divisor, unguarded: true }),
        withBinaryTerms({ bySigmoid, divisor, rowsOnly: true }),
        withBinaryTerms({ bySigmoid, divisor, rowsOnly: true, unguarded: true }),
      ]),
    ),
  },
];
