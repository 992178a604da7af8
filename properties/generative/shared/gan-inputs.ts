import fc from 'fast-check';
import { grid, mild, numbers, size, take } from '../../inputs/inputs.ts';
import { variedVector } from '../../inputs/varied.ts';
import { nth } from '../../values/nth.ts';
import type { Vector } from '../../values/value.ts';

/** Up to 6 logits of a discriminator. */
export const logits: fc.Arbitrary<Vector> = fc.tuple(size(6), numbers()).map(([n, drawn]) => take(drawn).vector(n));

/** Up to 6 logits of up to 1e4, some mild ones among them. */
export const largeLogits: fc.Arbitrary<Vector> = fc
  .tuple(size(6), numbers(grid), numbers(mild), fc.constantFrom(10, 100, 1000, 2500), fc.boolean())
  .map(([n, large, small, scale, mixed]) => {
    const beside = take(small).vector(n);
    return take(large)
      .vector(n)
      .map((z, i) => (mixed && i % 2 === 1 ? nth(beside, i) : z * scale));
  });

/** The softplus log(1 + e^z), as laws and wrong forms compute it. */
export const softplus = (z: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

export const mean = (xs: Vector): number => xs.reduce((a, b) => a + b, 0) / xs.length;

type Pair = [real: Vector, fake: Vector];

/** What a critic says of real and of fake samples, in the numbers of each that go wrong. */
export const pairEdges: Readonly<Record<string, Pair>> = {
  'one of each': [[0.75], [-0.5]],
  'values of 0': [
    [0, 0],
    [0, 0, 0],
  ],
  'equal vectors': [
    [1, -0.5, 2],
    [1, -0.5, 2],
  ],
  'more real ones': [[2.0625, 3.625, -3.75, -2.875], [1.5]],
  'more fake ones': [[-1.5], [3, -0.625, -1.8125]],
  'nine real and eleven fake ones': [variedVector(9), variedVector(11, 4)],
  decimals: [
    [0.1, -0.7],
    [2.3, -0.9, 0.2],
  ],
};

/** How many samples of each there are. */
export const pairHardCases: Readonly<Record<string, (...pair: Pair) => boolean>> = {
  'one real sample': (real) => real.length === 1,
  'one fake sample': (_, fake) => fake.length === 1,
  'more real than fake ones': (real, fake) => real.length > fake.length,
  'more fake than real ones': (real, fake) => fake.length > real.length,
  'as many of each, above 1': (real, fake) => real.length === fake.length && real.length > 1,
};
