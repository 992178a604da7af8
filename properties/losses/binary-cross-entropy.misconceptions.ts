import type { CompleteForm, Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import type { BinaryCrossEntropy } from './binary-cross-entropy.ts';
import {
  ADDED,
  ADDED_FIRST,
  AT_LEAST,
  CLIPPED,
  EPSILONS,
  epsilonsBelow,
  epsilonsFrom,
  type Guard,
} from './shared/guarded-logarithm.ts';

const mean = (xs: Vector): number => xs.reduce((a, b) => a + b, 0) / xs.length;
const softplus = (z: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/** weight * value, with 0 for a weight of 0. */
const share = (weight: number, value: number): number => (weight === 0 ? 0 : weight * value);

/** What a sample costs under target 1 and under target 0. */
const costs = (x: number, fromLogits = false): { positive: number; negative: number } =>
  fromLogits
    ? { positive: softplus(-x), negative: softplus(x) }
    : { positive: -Math.log(x), negative: -Math.log(1 - x) };

/** Right binary cross-entropy, from which the wrong forms depart. */
const right = (y: Vector, t: Vector, { fromLogits }: { fromLogits: boolean }): number =>
  mean(
    y.map((x, n) => {
      const { positive, negative } = costs(x, fromLogits);
      const target = nth(t, n);
      return share(target, positive) + share(1 - target, negative);
    }),
  );

/** Forms of the sigmoid that are lost at different logits: the first keeps small probabilities, the last overflows. */
const SIGMOIDS = [
  sigmoid,
  (z: number): number => (1 + Math.tanh(z / 2)) / 2,
  (z: number): number => 1 - sigmoid(-z),
  (z: number): number => Math.exp(z) / (1 + Math.exp(z)),
];

/** The sigmoid first, then the logarithms of probabilities that may have become exactly 0. */
const sigmoidThenLog =
  (
    probability: (z: number) => number,
    multiply: (weight: number, value: number) => number,
  ): CompleteForm<BinaryCrossEntropy> =>
  (y, t, { fromLogits }) =>
    mean(
      y.map((x, n) => {
        const p = fromLogits ? probability(x) : x;
        const target = nth(t, n);
        return -multiply(target, Math.log(p)) - multiply(1 - target, Math.log(1 - p));
      }),
    );

/** The same with the sigmoid of -z in the place of 1 - p. */
const twoSigmoids =
  (
    probability: (z: number) => number,
    multiply: (weight: number, value: number) => number,
  ): CompleteForm<BinaryCrossEntropy> =>
  (y, t, { fromLogits }) =>
    mean(
      y.map((x, n) => {
        const [p, q] = fromLogits ? [probability(x), probability(-x)] : [x, 1 - x];
        const target = nth(t, n);
        return -multiply(target, Math.log(p)) - multiply(1 - target, Math.log(q));
      }),
    );

/** Logarithms that a small number keeps from -Infinity; logits as they should be, or through a sigmoid. */
const guarded =
  ({ log, logRest }: Guard, byProbability: boolean) =>
  (epsilon: number): CompleteForm<BinaryCrossEntropy> =>
  (y, t, { fromLogits }) => {
    if (fromLogits && !byProbability) return right(y, t, { fromLogits });
    const p = fromLogits ? y.map(sigmoid) : y;
    return -mean(p.map((x, n) => nth(t, n) * log(x, epsilon) + (1 - nth(t, n)) * logRest(x, epsilon)));
  };

/** An added number shows on mild input from this size on: beside the smallest probability, and beside that of a logit of -10. */
const SHOWS = 1e-10;
const SHOWS_OF_LOGITS = 1e-12;
/** Clipping shows where mild input goes beyond: the probability of a logit of -10 is 4.5e-5. */
const CLIPS_LOGITS = 1e-4;

/** A form that shows at probabilities of exactly 0 and 1 alone: what it adds to others is lost in the tolerance. */
const atTheEnds =
  (form: CompleteForm<BinaryCrossEntropy>): CompleteForm<BinaryCrossEntropy> =>
  (y, t, options) =>
    (options.fromLogits || y.some((p) => p === 0 || p === 1) ? form : right)(y, t, options);

/** Each prediction with each target, as broadcasting a column and a row does, divided by a number that depends on that of the samples. */
const everyPair =
  (divisor: (N: number) => number): CompleteForm<BinaryCrossEntropy> =>
  (y, t, options) =>
    t.reduce(
      (sum, target) =>
        sum +
        right(
          y,
          y.map(() => target),
          options,
        ),
      0,
    ) *
    (y.length / divisor(y.length));

export const misconceptions: readonly Misconception<BinaryCrossEntropy>[] = [
  {
    id: 'binaryCrossEntropy/summed',
    title: 'summed over the samples instead of averaged',
    hint: 'The loss is the mean over the samples: it should not double when the data are repeated.',
    caughtBy: 'one right, one wrong',
    rearrangesResult: (loss, y) => loss * y.length,
    implementation: (y, t, options) => right(y, t, options) * y.length,
  },
  {
    id: 'binaryCrossEntropy/sign-flipped',
    title: 'without the minus sign',
    hint: 'The logarithm of a probability is never positive: the loss needs a minus sign to be never negative.',
    caughtBy: 'one right, one wrong',
    rearrangesResult: (loss) => -loss,
    implementation: (y, t, options) => -right(y, t, options),
  },
  {
    id: 'binaryCrossEntropy/positive-only',
    title: 'only the term of class 1',
    hint: 'A sample with target 0 costs something too: it should be given a small probability.',
    caughtBy: 'one right, one wrong',
    implementation: (y, t, { fromLogits }) => mean(y.map((x, n) => share(nth(t, n), costs(x, fromLogits).positive))),
  },
  {
    id: 'binaryCrossEntropy/swapped',
    title: 'predictions and targets, or the two classes, swapped',
    hint: 'The target is the weight, the logarithm is taken of the prediction: t goes with log y, and 1 - t with log (1 - y).',
    caughtBy: 'one right, one wrong',
    implementation: (y, t, { fromLogits }) => right(t, fromLogits ? y.map(sigmoid) : y, { fromLogits: false }),
    readings: [
      (y, t, options) => right(t, y, options),
      (y, t, options) =>
        right(
          y,
          t.map((x) => 1 - x),
          options,
        ),
      (y, t, options) => (options.fromLogits ? right(y, t, options) : right(t, y, options)),
    ],
  },
  {
    id: 'binaryCrossEntropy/base-two',
    title: 'logarithm to the base 2',
    hint: 'The loss is in nats: take the natural logarithm, Math.log.',
    caughtBy: 'a probability of 1/2, or a logit of 0, costs ln 2',
    rearrangesResult: (loss) => loss / Math.LN2,
    implementation: (y, t, options) => right(y, t, options) / Math.LN2,
    readings: [
      (y, t, { fromLogits }) =>
        fromLogits
          ? mean(y.map((z, n) => Math.max(z, 0) - z * nth(t, n) + Math.log2(1 + Math.exp(-Math.abs(z)))))
          : right(y, t, { fromLogits }) / Math.LN2,
    ],
  },
  {
    id: 'binaryCrossEntropy/sigmoid-then-log',
    title: 'the logarithm of a sigmoid that has become 0 or 1',
    hint: 'sigmoid(40) is exactly 1 and log(1 - 1) is lost: write the loss in terms of the logit, with log(1 + e^-|z|).',
    caughtBy: 'logits of a thousand, wrong',
    verdict: 'unstable',
    implementation: sigmoidThenLog(sigmoid, share),
    // all but the first, which is the implementation
    readings: SIGMOIDS.flatMap((form) =>
      [share, (weight: number, value: number): number => weight * value].flatMap((multiply) => [
        sigmoidThenLog(form, multiply),
        twoSigmoids(form, multiply),
      ]),
    ).slice(1),
  },
  {
    id: 'binaryCrossEntropy/epsilon-in-logarithm',
    title: 'a small number keeps the logarithm from -Infinity',
    hint: 'Leave the small number out: where y is 0 and t is not, the loss is Infinity; only skip a term whose factor t or 1 - t is 0.',
    caughtBy: '0 where 1 is due',
    isDeviation: true,
    implementation: guarded(ADDED, false)(1e-7),
    readings: [
      ...epsilonsFrom(SHOWS)
        .filter((epsilon) => epsilon !== 1e-7)
        .map(guarded(ADDED, false)),
      ...epsilonsFrom(SHOWS_OF_LOGITS).map(guarded(ADDED, true)),
    ],
    unstableReadings: [
      ...epsilonsBelow(SHOWS).map((epsilon) => atTheEnds(guarded(ADDED, false)(epsilon))),
      ...epsilonsBelow(SHOWS_OF_LOGITS).map(guarded(ADDED, true)),
      ...epsilonsFrom(2e-16)
        .filter((epsilon) => epsilon < SHOWS)
        .map((epsilon) => atTheEnds(guarded(ADDED_FIRST, false)(epsilon))),
      ...epsilonsFrom(2e-16)
        .filter((epsilon) => epsilon < SHOWS_OF_LOGITS)
        .map(guarded(ADDED_FIRST, true)),
      ...EPSILONS.map(guarded(AT_LEAST, false)),
      ...epsilonsBelow(CLIPS_LOGITS).map(guarded(AT_LEAST, true)),
      ...epsilonsFrom(1e-16).map(guarded(CLIPPED, false)),
      ...epsilonsFrom(1e-16)
        .filter((epsilon) => epsilon < CLIPS_LOGITS)
        .map(guarded(CLIPPED, true)),
    ],
  },
  {
    id: 'binaryCrossEntropy/zero-times-infinity',
    title: '0 times the logarithm of 0, which is NaN',
    hint: 'Skip the term whose factor t or 1 - t is 0: 0 log 0 counts as 0 here, but 0 * -Infinity is NaN.',
    caughtBy: 'exactly right',
    verdict: 'unstable',
    implementation: (y, t, { fromLogits }) =>
      fromLogits
        ? right(y, t, { fromLogits })
        : -mean(y.map((p, n) => nth(t, n) * Math.log(p) + (1 - nth(t, n)) * Math.log(1 - p))),
  },
  {
    id: 'binaryCrossEntropy/every-pair',
    title: 'each prediction is compared with each target',
    hint: 'Go through y and t with one index: y[i] belongs to t[i] alone.',
    caughtBy: 'one right, one wrong',
    implementation: everyPair((N) => N * N),
    readings: [everyPair((N) => N), everyPair(() => 1)],
  },
];
