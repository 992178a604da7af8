import type { Misconception } from '../entry.ts';
import type { Relu } from './relu.ts';

const leaky =
  (slope: number): Relu =>
  (z) =>
    z > 0 ? z : slope * z;

export const misconceptions: readonly Misconception<Relu>[] = [
  {
    id: 'relu/leaky',
    title: 'a leaky unit, with a small slope on the left',
    hint: 'A negative drive gives exactly 0 here; a unit that lets a little of it through is the leaky variant.',
    caughtBy: 'negative',
    implementation: leaky(0.01),
    readings: [0.001, 0.02, 0.05, 0.1, 0.2, 0.3].map(leaky),
  },
  {
    id: 'relu/absolute',
    title: 'the absolute value',
    hint: 'A negative drive is not turned round, it is cut off.',
    caughtBy: 'negative',
    implementation: (z) => Math.abs(z),
  },
];
