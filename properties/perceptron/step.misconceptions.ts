import type { Misconception } from '../entry/entry.ts';
import type { Step } from './step.ts';

export const misconceptions: readonly Misconception<Step>[] = [
  {
    id: 'step/strict',
    title: 'the threshold itself is not enough',
    hint: 'What should a drive give that is exactly as large as the threshold?',
    caughtBy: 'the threshold itself is enough',
    implementation: (z, threshold) => (z > threshold ? 1 : 0),
    // The threshold may be ignored too: it is 0 in most code.
    readings: [(z) => (z > 0 ? 1 : 0)],
  },
  {
    id: 'step/sign-output',
    title: '-1 and 1 instead of 0 and 1',
    hint: 'A unit that does not fire gives 0, not -1: this is not the sign function.',
    caughtBy: 'it is 0 or 1 and nothing else',
    implementation: (z, threshold) => (z >= threshold ? 1 : -1),
    readings: [(z, threshold) => Math.sign(z - threshold)],
  },
  {
    id: 'step/threshold-ignored',
    title: 'compared with 0, whatever the threshold',
    hint: 'The second parameter says where the step lies; 0 is only its default.',
    caughtBy: 'below a threshold of 2',
    implementation: (z) => (z >= 0 ? 1 : 0),
  },
];
