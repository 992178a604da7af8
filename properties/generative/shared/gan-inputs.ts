import fc from 'fast-check';
import { grid, mild, numbers, size, take } from '../../inputs/inputs.ts';
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
