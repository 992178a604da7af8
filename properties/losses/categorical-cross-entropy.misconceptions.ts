import type { CompleteForm, Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Matrix, Vector } from '../values/value.ts';
import type { CategoricalCrossEntropy } from './categorical-cross-entropy.ts';

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
  },
];
