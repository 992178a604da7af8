import type { Misconception } from '../entry/entry.ts';
import type { Relu } from './relu.ts';

const leaky =
  (slope: number): Relu =>
  (z) =>
    z > 0 ? z : slope * z;

/** Those of papers, libraries and examples. */
const SLOPES = [
  1e-4,
  0.001,
  0.002,
  0.005,
  0.02,
  0.03,
  0.05,
  0.1,
  0.125,
  0.15,
  1 / 5.5,
  0.2,
  0.25,
  0.3,
  1 / 3,
  0.33,
  0.4,
  0.5,
];

export const misconceptions: readonly Misconception<Relu>[] = [
  {
    id: 'relu/leaky',
    title: 'a leaky unit, with a small slope on the left',
    hint: 'A negative drive gives exactly 0 here; a unit that lets a little of it through is the leaky variant.',
    caughtBy: 'negative',
    implementation: leaky(0.01),
    readings: SLOPES.map(leaky),
  },
  {
    id: 'relu/absolute',
    title: 'the absolute value',
    hint: 'A negative drive is not made positive, it becomes 0.',
    caughtBy: 'negative',
    implementation: (z) => Math.abs(z),
  },
];
