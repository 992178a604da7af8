import type { Misconception } from '../entry/entry.ts';
import {
  ADDED,
  AT_LEAST,
  CLIPPED,
  epsilonsBelow,
  epsilonsFrom,
  type Guard,
} from '../losses/shared/guarded-logarithm.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import type { SkipGramNegativeSampling } from './skip-gram-negative-sampling.ts';

export const dot = (x: Vector, y: Vector): number => x.reduce((sum, xi, i) => sum + xi * nth(y, i), 0);
const sum = (xs: Vector): number => xs.reduce((a, b) => a + b, 0);
const negated = (x: Vector): Vector => x.map((xi) => -xi);
/** -log s(-z) */
const softplus = (z: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

/** What the context costs, and each of the negatives. */
const costs = (...[center, context, negatives]: Parameters<SkipGramNegativeSampling>): [number, Vector] => [
  softplus(-dot(context, center)),
  negatives.map((negative) => softplus(dot(negative, center))),
];

const right: SkipGramNegativeSampling = (...args) => {
  const [attracted, repelled] = costs(...args);
  return attracted + sum(repelled);
};

/** Forms of the sigmoid that are lost at different products: the first keeps small probabilities, the third overflows. */
const SIGMOIDS = [
  (z: number): number => 1 / (1 + Math.exp(-z)),
  (z: number): number => (1 + Math.tanh(z / 2)) / 2,
  (z: number): number => Math.exp(z) / (1 + Math.exp(z)),
  (z: number): number => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z))),
];

/** The logarithm of a sigmoid, and for the negatives of that of -z, of 1 less it, or of the quotient. */
const sigmoidThenLog = SIGMOIDS.flatMap((sigmoid) =>
  [(z: number): number => sigmoid(-z), (z: number): number => 1 - sigmoid(z)].map(
    (rest): SkipGramNegativeSampling =>
      (center, context, negatives) =>
        -Math.log(sigmoid(dot(context, center))) -
        sum(negatives.map((negative) => Math.log(rest(dot(negative, center))))),
  ),
);

/** log(1 + e^z), whose power overflows from 710 on. */
const overflowing =
  (log: (power: number) => number): SkipGramNegativeSampling =>
  (center, context, negatives) =>
    log(Math.exp(-dot(context, center))) + sum(negatives.map((negative) => log(Math.exp(dot(negative, center)))));

/** Logarithms of sigmoids that a small number keeps from -Infinity; for the negatives that of s(-z), or of 1 - s(z). */
const guarded =
  ({ log, logRest }: Guard, ofRest: boolean) =>
  (epsilon: number): SkipGramNegativeSampling =>
  (center, context, negatives) => {
    const sigmoid = nth(SIGMOIDS, 0);
    const repelled = negatives.map((negative) => {
      const z = dot(negative, center);
      return ofRest ? logRest(sigmoid(z), epsilon) : log(sigmoid(-z), epsilon);
    });
    return -log(sigmoid(dot(context, center)), epsilon) - sum(repelled);
  };
const guardedBy = (guard: Guard, epsilons: readonly number[]): SkipGramNegativeSampling[] =>
  [false, true].flatMap((ofRest) => epsilons.map(guarded(guard, ofRest)));

/** An added number shows beside the probability of a product of -15, 3e-7, from the first size on; as a bound from the second. */
const SHOWS = 1e-14;
const BOUNDS = 1e-6;

export const misconceptions: readonly Misconception<SkipGramNegativeSampling>[] = [
  {
    id: 'skipGramNegativeSampling/negatives-unsigned',
    title: 'the negatives without the minus sign in the sigmoid',
    hint: 'A negative should not fit: take log s(-n.v), with a minus sign before the product, so that a large product costs much.',
    caughtBy: 'negative product of 1e4',
    rearranges: (center, context, negatives) => [center, context, negatives.map(negated)],
    implementation: (center, context, negatives) => right(center, context, negatives.map(negated)),
  },
  {
    id: 'skipGramNegativeSampling/negatives-averaged',
    title: 'the mean over the negatives',
    hint: 'Sum over the negatives: each further one adds its own cost.',
    caughtBy: 'right angles',
    clearOn: (_center, _context, negatives) => negatives.length > 1,
    implementation: (...args) => {
      const [attracted, repelled] = costs(...args);
      return attracted + sum(repelled) / repelled.length;
    },
    readings: [
      (...args) => {
        const [attracted, repelled] = costs(...args);
        return (attracted + sum(repelled)) / (1 + repelled.length);
      },
    ],
  },
  {
    id: 'skipGramNegativeSampling/sign-flipped',
    title: 'without the minus signs before the logarithms',
    hint: 'The logarithm of a probability is never positive: the loss needs a minus sign to be never negative.',
    caughtBy: 'right angles',
    rearrangesResult: (loss) => -loss,
    implementation: (...args) => -right(...args),
    readings: [
      // of one of the two terms
      (...args) => {
        const [attracted, repelled] = costs(...args);
        return attracted - sum(repelled);
      },
      (...args) => {
        const [attracted, repelled] = costs(...args);
        return sum(repelled) - attracted;
      },
    ],
  },
  {
    id: 'skipGramNegativeSampling/positive-only',
    title: 'the term of the context alone',
    hint: 'Add the terms of the negatives: without them vectors that are all alike and long cost nothing.',
    caughtBy: 'right angles',
    implementation: (...args) => costs(...args)[0],
  },
  {
    id: 'skipGramNegativeSampling/sigmoid-then-log',
    title: 'the logarithm of a sigmoid that has become 0',
    hint: 'sigmoid(-1000) is 0 and its logarithm is lost: -log s(z) is max(-z, 0) + log(1 + e^-|z|), in terms of the product.',
    caughtBy: ['context product of -1e4', 'negative product of 1e4'],
    verdict: 'unstable',
    implementation: nth(sigmoidThenLog, 0),
    readings: [
      ...sigmoidThenLog.slice(1),
      // the product of all probabilities first
      (center, context, negatives) =>
        -Math.log(
          negatives.reduce(
            (product, negative) => product / (1 + Math.exp(dot(negative, center))),
            1 / (1 + Math.exp(-dot(context, center))),
          ),
        ),
      overflowing((power) => Math.log(1 + power)),
      overflowing((power) => Math.log1p(power)),
    ],
  },
  {
    id: 'skipGramNegativeSampling/epsilon-in-logarithm',
    title: 'a small number keeps the logarithm from -Infinity',
    hint: 'Leave the small number out: -log s(z) is max(-z, 0) + log(1 + e^-|z|), which is finite for any product.',
    caughtBy: ['fits hardly', 'negative product of 1e4', 'context product of -1e4'],
    implementation: guarded(ADDED, false)(1e-4),
    readings: [
      // all but the first, which is the implementation
      ...guardedBy(ADDED, epsilonsFrom(SHOWS)).slice(1),
      ...guardedBy(AT_LEAST, epsilonsFrom(BOUNDS)),
      ...guardedBy(CLIPPED, epsilonsFrom(BOUNDS)),
    ],
    unstableReadings: [
      ...guardedBy(ADDED, epsilonsBelow(SHOWS)),
      ...guardedBy(AT_LEAST, epsilonsBelow(BOUNDS)),
      ...guardedBy(CLIPPED, epsilonsBelow(BOUNDS)),
    ],
  },
];
