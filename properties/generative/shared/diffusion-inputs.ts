import fc from 'fast-check';
import { numbers, size, take } from '../../inputs/inputs.ts';
import type { Matrix, Vector } from '../../values/value.ts';

/** Shares of the sample that is left, inside of 0..1. */
export const inside: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 1, max: 255 }).map((k) => k / 256),
  fc.constantFrom(0.25, 0.5625, 0.75),
);

/** The same, the ends among them. */
export const share: fc.Arbitrary<number> = fc.oneof(
  { arbitrary: inside, weight: 6 },
  { arbitrary: fc.constantFrom(0, 1), weight: 1 },
);

export type Noisy = [x: Matrix, noise: Matrix, alphaBar: Vector];

/** Up to 4 samples of up to 4 features, their noise, and what is left of each. */
export const noisySamples = (left: fc.Arbitrary<number>, element?: fc.Arbitrary<number>): fc.Arbitrary<Noisy> =>
  fc.tuple(size(4), size(4), numbers(element), numbers(left)).map(([n, d, drawn, shares]) => {
    const { matrix } = take(drawn);
    return [matrix(n, d), matrix(n, d), take(shares).vector(n)];
  });
