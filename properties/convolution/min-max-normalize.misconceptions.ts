import type { Misconception, WrongForm } from '../entry/entry.ts';
import { lastAxis, type Normalization, overAll } from './shared/normalization.ts';

const shares = (items: number[]): number[] => {
  const [least, most] = [Math.min(...items), Math.max(...items)];
  return items.map((item) => (item - least) / (most - least));
};

export const misconceptions: readonly Misconception<Normalization>[] = [
  {
    id: 'minMaxNormalize/shift-missing',
    title: 'the minimum is not taken off the elements',
    hint: 'Take the minimum off each element first, so that the least becomes 0.',
    caughtBy: 'two rows',
    implementation: (x) => overAll(x, (items) => items.map((item) => item / (Math.max(...items) - Math.min(...items)))),
  },
  {
    id: 'minMaxNormalize/divided-by-maximum',
    title: 'divided by the maximum',
    hint: 'Divide by the maximum less the minimum, so that the largest becomes 1.',
    caughtBy: 'two rows',
    implementation: overMaximum((most) => most),
    readings: [
      // a maximum of 0 taken as 1
      overMaximum((most) => most || 1),
      // or everything as 0 then
      overMaximum((most) => most || Infinity),
    ],
  },
  lastAxis('minMaxNormalize', shares, 0),
];

/** The distance from the least over a divisor that follows from the largest. */
function overMaximum(divisor: (most: number) => number): WrongForm<Normalization> {
  return (x) => overAll(x, (items) => items.map((item) => (item - Math.min(...items)) / divisor(Math.max(...items))));
}
