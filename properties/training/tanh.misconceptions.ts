import type { Misconception } from '../entry/entry.ts';
import type { Tanh } from './tanh.ts';

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/** Near 0, a size at which e^z, e^2z, e^-2z and the sigmoid of 2z all round to the same digits, a tenth of the last one off. */
export const ROUNDS_ALIKE = (450_360 + 0.1) * 2 ** -52;

/**
 * A form in which sums such as e^z - 1 cancel near 0. What is left of them depends on the last digit of each power and on
 * the spelling, until they are exactly 0.
 */
const cancelling =
  (form: (z: number) => number) =>
  (z: number): number | undefined =>
    Math.abs(z) > 2 ** -57 && Math.abs(z) < 2 ** -20 && z !== ROUNDS_ALIKE ? undefined : form(z);

const difference = (z: number): number => Math.exp(z) - Math.exp(-z);
const sum = (z: number): number => Math.exp(z) + Math.exp(-z);

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
  {
    id: 'tanh/exponential-overflow',
    title: 'a power of e that overflows, so that infinity is divided by infinity',
    hint: 'e^1000 is Infinity: use Math.expm1(-2 * Math.abs(z)) alone, which cannot overflow, and give the result the sign of z.',
    caughtBy: ['where e^z overflows', 'where e^-z overflows'],
    verdict: 'unstable',
    implementation: cancelling((z) => difference(z) / sum(z)),
    readings: [
      cancelling((z) => (Math.exp(2 * z) - 1) / (Math.exp(2 * z) + 1)),
      cancelling((z) => (1 - Math.exp(-2 * z)) / (1 + Math.exp(-2 * z))),
      // Infinity divided by infinity on one side alone, if the other is cut off.
      cancelling((z) => (z < -20 ? -1 : difference(z) / sum(z))),
      cancelling((z) => (z > 20 ? 1 : difference(z) / sum(z))),
      (z) => Math.expm1(2 * z) / (Math.expm1(2 * z) + 2),
      (z) => -Math.expm1(-2 * z) / (Math.expm1(-2 * z) + 2),
      (z) => Math.sinh(z) / Math.cosh(z),
    ],
  },
  {
    id: 'tanh/cancellation',
    title: 'a difference such as e^2z - 1, which has no digits left near 0',
    hint: 'Near 0 e^2z rounds to 1: let Math.expm1(2 * z) compute e^2z - 1, which keeps the digits of z.',
    caughtBy: 'minus 1e-30',
    verdict: 'unstable',
    // Where it does not overflow, it is right far out.
    implementation: cancelling((z) => 2 * sigmoid(2 * z) - 1),
  },
];
