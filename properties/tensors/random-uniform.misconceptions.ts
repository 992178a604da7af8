import { randomUnits } from '../../reference/tensors/shared/random-bits.ts';
import type { Misconception } from '../entry/entry.ts';
import { nested } from '../values/nest.ts';
import type { Tensor, Vector } from '../values/value.ts';
import type { RandomUniform } from './random-uniform.ts';

export const misconceptions: readonly Misconception<RandomUniform>[] = [
  {
    id: 'randomUniform/scaled-by-high',
    title: 'the numbers go from low to low + high',
    hint: 'Scale by high - low: the numbers lie between low and high.',
    caughtBy: 'between 2 and 4',
    implementation: (shape, seed, { low, high }) => mapped(shape, seed, (u) => low + high * u),
  },
  {
    id: 'randomUniform/low-ignored',
    title: 'the numbers begin at 0',
    hint: 'Add low, and scale by high - low.',
    caughtBy: 'between 2 and 4',
    implementation: (shape, seed, { high }) => mapped(shape, seed, (u) => high * u),
  },
  {
    id: 'randomUniform/squared',
    title: 'the numbers crowd at low',
    hint: 'Scale each number once: a product of two uniform numbers is not uniform.',
    caughtBy: 'the first of seed 0',
    implementation: (shape, seed, { low, high }) => mapped(shape, seed, (u) => low + (high - low) * u * u),
  },
];

function mapped(shape: Vector, seed: number, f: (u: number) => number): Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  return nested(shape, randomUnits(seed, size).map(f));
}
