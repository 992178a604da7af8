import type { Misconception } from '../entry/entry.ts';
import type { Gelu } from './gelu.ts';
import { erf } from './shared/erf.ts';

const SCALE = Math.sqrt(2 / Math.PI);

/** The right form with something else in the place of z + 0.044715 z^3. */
const withInner =
  (inner: (z: number) => number, scale = SCALE) =>
  (z: number): number =>
    0.5 * z * (1 + Math.tanh(scale * inner(z)));

const right = (z: number): number => z + 0.044715 * z ** 3;

export const misconceptions: readonly Misconception<Gelu>[] = [
  {
    id: 'gelu/relu',
    title: 'the rectifier max(0, z)',
    hint: 'Gelu is smooth: below 0 it is slightly negative, and at 1 it is 0.84. Multiply z by (1 + tanh(…)) / 2.',
    caughtBy: 'at 1',
    implementation: (z) => Math.max(0, z),
  },
  {
    id: 'gelu/sigmoid-form',
    title: 'the other approximation, z times the sigmoid of 1.702 z',
    hint: 'Use the form with the hyperbolic tangent of sqrt(2 / pi) (z + 0.044715 z^3); the sigmoid of 1.702 z is a coarser one.',
    caughtBy: 'at 1',
    implementation: (z) => z / (1 + Math.exp(-1.702 * z)),
  },
  {
    id: 'gelu/cube-missing',
    title: 'without the cube of z',
    hint: 'Inside of the tangent there is z + 0.044715 z^3: add the term with the third power of z.',
    // 1 to any power is 1
    caughtBy: ['at 1', 'lowest'],
    implementation: withInner((z) => z),
    readings: [
      // another power in its place
      withInner((z) => z + 0.044715 * z),
      withInner((z) => z + 0.044715 * z ** 2),
    ],
  },
  {
    id: 'gelu/half-missing',
    title: 'without the factor of one half',
    hint: 'For large z the result must be z: 1 + tanh tends to 2 there, so multiply by one half.',
    caughtBy: 'at 1',
    rearrangesResult: (y) => 2 * y,
    implementation: (z) => 2 * withInner(right)(z),
  },
  {
    id: 'gelu/root-missing',
    title: '2 / pi without its square root',
    hint: 'The factor inside of the tangent is the square root of 2 / pi, about 0.798.',
    caughtBy: 'at 1',
    implementation: withInner(right, 2 / Math.PI),
    readings: [withInner(right, Math.sqrt(2) / Math.PI), withInner(right, 1)],
  },
  {
    id: 'gelu/exact-form',
    title: 'the exact form, by the error function',
    hint: 'Compute the form with the hyperbolic tangent: it differs from z (1 + erf(z / sqrt 2)) / 2 in the fourth digit.',
    caughtBy: 'at 1',
    implementation: (z) => 0.5 * z * (1 + erf(z / Math.SQRT2)),
  },
  {
    id: 'gelu/exponential-overflow',
    title: 'a power of e that overflows, so that infinity is divided by infinity',
    hint: 'e^w is Infinity for large z: use Math.tanh, which cannot overflow.',
    caughtBy: ['where e^w overflows', 'where e^-w overflows'],
    verdict: 'unstable',
    implementation: (z) => {
      const w = SCALE * right(z);
      return 0.5 * z * (1 + (Math.exp(w) - Math.exp(-w)) / (Math.exp(w) + Math.exp(-w)));
    },
    readings: [
      (z) => {
        const power = Math.exp(2 * SCALE * right(z));
        return 0.5 * z * (1 + (power - 1) / (power + 1));
      },
      (z) => {
        const power = Math.exp(2 * SCALE * right(z));
        return (z * power) / (power + 1);
      },
      (z) => {
        const power = Math.exp(-2 * SCALE * right(z));
        return 0.5 * z * (1 + (1 - power) / (1 + power));
      },
    ],
  },
];
