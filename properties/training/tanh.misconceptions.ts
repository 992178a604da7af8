import type { Misconception } from '../entry/entry.ts';
import type { Tanh } from './tanh.ts';

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

export const misconceptions: readonly Misconception<Tanh>[] = [
  {
    id: 'tanh/shifted-sigmoid',
    title: 'a sigmoid stretched to -1..1, without the factor 2 at z',
    hint: 'A stretched sigmoid has the right range but half the slope: look at the relation of tanh z to the sigmoid of 2z.',
    caughtBy: 'at ln 2',
    implementation: (z) => 2 * sigmoid(z) - 1,
  },
  {
    id: 'tanh/reciprocal',
    title: 'upside down: the hyperbolic cotangent',
    hint: 'The difference of the two powers is the numerator, their sum the denominator.',
    caughtBy: 'at ln 2',
    implementation: (z) => (Math.exp(z) + Math.exp(-z)) / (Math.exp(z) - Math.exp(-z)),
    // The quotient of sums may be of either sign at 0, or be kept from it.
    readings: [0, Number.NEGATIVE_INFINITY].map((atZero) => (z) => (z === 0 ? atZero : 1 / Math.tanh(z))),
  },
  {
    id: 'tanh/sign-flipped',
    title: 'with the opposite sign',
    hint: 'tanh has the sign of z: look at which of the two powers is subtracted.',
    caughtBy: 'at ln 2',
    implementation: (z) => -Math.tanh(z),
  },
];
