import type { Misconception } from '../entry/entry.ts';
import type { ClipByValue } from './clip-by-value.ts';

export const misconceptions: readonly Misconception<ClipByValue>[] = [
  {
    id: 'clipByValue/upper-only',
    title: 'only the upper end of the range',
    hint: 'Entries below the range must move too: take the larger of the entry and the lower end.',
    caughtBy: 'both sides',
    implementation: (g, _low, high) => g.map((x) => Math.min(x, high)),
  },
  {
    id: 'clipByValue/lower-only',
    title: 'only the lower end of the range',
    hint: 'Entries above the range must move too: take the smaller of the entry and the upper end.',
    caughtBy: 'both sides',
    implementation: (g, low) => g.map((x) => Math.max(x, low)),
  },
  {
    id: 'clipByValue/by-size',
    title: 'the size of the entry is clipped, not the entry',
    hint: 'Compare the entry itself with both ends: a negative one below the range becomes the lower end, whatever its size.',
    caughtBy: 'both sides',
    implementation: (g, low, high) => g.map((x) => Math.sign(x) * Math.min(Math.max(Math.abs(x), low), high)),
    readings: [
      // a zero counts as positive
      (g, low, high) => g.map((x) => (x < 0 ? -1 : 1) * Math.min(Math.max(Math.abs(x), low), high)),
      // without the sign
      (g, low, high) => g.map((x) => Math.min(Math.max(Math.abs(x), low), high)),
    ],
  },
];
