import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import type { SquaredError } from './squared-error.ts';

const sumOfSquares = (y: Vector, t: Vector): number => y.reduce((sum, x, i) => sum + (x - nth(t, i)) ** 2, 0);

export const misconceptions: readonly Misconception<SquaredError>[] = [
  {
    id: 'squaredError/half-missing',
    title: 'without the factor 1/2',
    hint: 'The factor 1/2 takes away the 2 that the square leaves in the gradient.',
    caughtBy: 'three units',
    implementation: sumOfSquares,
  },
  {
    id: 'squaredError/averaged',
    title: 'averaged over the units',
    hint: 'The squared errors are summed and halved, not averaged: that is the mean squared error.',
    caughtBy: 'three units',
    implementation: (y, t) => sumOfSquares(y, t) / y.length,
    readings: [(y, t) => sumOfSquares(y, t) / y.length / 2],
  },
];
