import {
  ADDED,
  ADDED_FIRST,
  AT_LEAST,
  CLIPPED,
  epsilonsBelow,
  epsilonsFrom,
  type Guard,
} from '../../losses/shared/guarded-logarithm.ts';
import { softplus } from './gan-inputs.ts';

/** What a logit costs: where the sample should be taken for real, -log s(z), and where for fake, -log(1 - s(z)). */
export interface Costs {
  asReal: (z: number) => number;
  asFake: (z: number) => number;
}

export const right: Costs = { asReal: (z) => softplus(-z), asFake: softplus };

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/** Forms of the sigmoid that are lost at different logits: the first keeps small probabilities, the last overflows. */
const SIGMOIDS = [
  sigmoid,
  (z: number): number => (1 + Math.tanh(z / 2)) / 2,
  (z: number): number => 1 - sigmoid(-z),
  (z: number): number => Math.exp(z) / (1 + Math.exp(z)),
];

/** The sigmoid first, then the logarithms of probabilities that may have become exactly 0. */
const sigmoidThenLog = (probability: (z: number) => number): Costs => ({
  asReal: (z) => -Math.log(probability(z)),
  asFake: (z) => -Math.log(1 - probability(z)),
});

/** The same with the sigmoid of -z in the place of 1 - s(z), which is what log(1 + e^z) comes to as well. */
const twoSigmoids = (probability: (z: number) => number): Costs => ({
  asReal: (z) => -Math.log(probability(z)),
  asFake: (z) => -Math.log(probability(-z)),
});

/** The sigmoids whose logarithms are lost on large logits; the first is how most people write it. */
export const LOST: readonly [Costs, ...Costs[]] = [
  sigmoidThenLog(sigmoid),
  twoSigmoids(sigmoid),
  ...SIGMOIDS.slice(1).flatMap((form) => [sigmoidThenLog(form), twoSigmoids(form)]),
];

/** Logarithms of a sigmoid that a small number keeps from -Infinity. */
const guarded =
  ({ log, logRest }: Guard) =>
  (epsilon: number): Costs => ({
    asReal: (z) => -log(sigmoid(z), epsilon),
    asFake: (z) => -logRest(sigmoid(z), epsilon),
  });

/** An added number shows on mild input from this size on, beside the probability of a logit of -10, 4.5e-5. */
const SHOWS = 1e-12;
/** Clipping shows where mild input goes beyond. */
const CLIPS = 1e-4;

/** Guards that show on mild input; the first is how most people write it. */
export const GUARDED: readonly [Costs, ...Costs[]] = [
  guarded(ADDED)(1e-8),
  ...epsilonsFrom(SHOWS)
    .filter((epsilon) => epsilon !== 1e-8)
    .map(guarded(ADDED)),
];

/** Guards that show on extreme input alone. */
export const SLIGHTLY_GUARDED: readonly Costs[] = [
  ...epsilonsBelow(SHOWS).map(guarded(ADDED)),
  ...epsilonsFrom(2e-16)
    .filter((epsilon) => epsilon < SHOWS)
    .map(guarded(ADDED_FIRST)),
  ...epsilonsBelow(CLIPS).map(guarded(AT_LEAST)),
  ...epsilonsFrom(1e-16)
    .filter((epsilon) => epsilon < CLIPS)
    .map(guarded(CLIPPED)),
];

/** The same in one of the two places, the other one being right. */
export const inOneTerm = ({ asReal, asFake }: Costs): Costs[] => [
  { asReal, asFake: right.asFake },
  { asReal: right.asReal, asFake },
];
