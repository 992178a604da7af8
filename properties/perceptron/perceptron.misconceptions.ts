import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import type { Perceptron } from './perceptron.ts';

const dot = (x: Vector, w: Vector): number => x.reduce((sum, xi, i) => sum + xi * nth(w, i), 0);
const fires = (drive: number): number => (drive >= 0 ? 1 : 0);

export const misconceptions: readonly Misconception<Perceptron>[] = [
  {
    id: 'perceptron/strict',
    title: 'a drive of exactly 0 does not fire',
    hint: 'What does the step function give at a drive of exactly 0?',
    caughtBy: 'a drive of exactly 0 fires',
    implementation: (x, w, bias) => (dot(x, w) + bias > 0 ? 1 : 0),
  },
  {
    id: 'perceptron/bias-ignored',
    title: 'the bias is not added',
    hint: 'The weighted sum is not yet the drive: the bias belongs to it.',
    caughtBy: 'AND of 1 and 0',
    implementation: (x, w) => fires(dot(x, w)),
  },
  {
    id: 'perceptron/bias-subtracted',
    title: 'the bias is subtracted, as a threshold would be',
    hint: 'A bias is added to the weighted sum; a threshold is what would be subtracted.',
    caughtBy: 'AND of 1 and 0',
    implementation: (x, w, bias) => fires(dot(x, w) - bias),
  },
  {
    id: 'perceptron/no-activation',
    title: 'the drive itself is returned',
    hint: 'The weighted sum with its bias is the drive: it still has to go through the step function.',
    caughtBy: 'it is 0 or 1 and nothing else',
    implementation: (x, w, bias) => dot(x, w) + bias,
  },
];
