import { randomUnits } from '../../reference/tensors/shared/random-bits.ts';
import type { Misconception } from '../entry/entry.ts';
import { nested } from '../values/nest.ts';
import { nth } from '../values/nth.ts';
import type { Tensor, Vector } from '../values/value.ts';
import type { RandomNormal } from './random-normal.ts';

export const misconceptions: readonly Misconception<RandomNormal>[] = [
  {
    id: 'randomNormal/variance-for-deviation',
    title: 'the deviation is taken for the variance',
    hint: 'Multiply by the deviation itself, not by its root.',
    caughtBy: 'a deviation of 3',
    implementation: (shape, seed, { mean, deviation }) => mapped(shape, seed, (z) => mean + Math.sqrt(deviation) * z),
  },
  {
    id: 'randomNormal/mean-ignored',
    title: 'the numbers lie around 0',
    hint: 'Add the mean.',
    caughtBy: 'the mean alone',
    implementation: (shape, seed, { deviation }) => mapped(shape, seed, (z) => deviation * z),
  },
  {
    id: 'randomNormal/half-normal',
    title: 'all numbers lie above the mean',
    hint: 'The normal distribution has two sides: keep the sign of the cosine.',
    caughtBy: 'the numbers are normal, by Kolmogorov and Smirnov',
    implementation: (shape, seed, { mean, deviation }) => mapped(shape, seed, (z) => mean + deviation * Math.abs(z)),
  },
];

function mapped(shape: Vector, seed: number, f: (z: number) => number): Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  const u = randomUnits(seed, 2 * size);
  const normals = Array.from(
    { length: size },
    (_, i) => Math.sqrt(-2 * Math.log(nth(u, 2 * i))) * Math.cos(2 * Math.PI * nth(u, 2 * i + 1)),
  );
  return nested(shape, normals.map(f));
}
