import type { Misconception } from '../entry/entry.ts';
import type { ReluDerivative } from './relu-derivative.ts';

export const misconceptions: readonly Misconception<ReluDerivative>[] = [
  {
    id: 'reluDerivative/returns-z',
    title: 'the drive itself where it is positive',
    hint: 'That is the unit, not its slope: how fast does max(0, z) grow where z is positive?',
    caughtBy: 'positive',
    implementation: (z, atZero) => (z === 0 ? atZero : Math.max(0, z)),
    readings: [(z) => Math.max(0, z)],
  },
  {
    id: 'reluDerivative/at-zero-fixed',
    title: 'the value at 0 is fixed, the option ignored',
    hint: 'The second argument says what to return at exactly 0.',
    caughtBy: 'at 0 it is what was asked for',
    implementation: (z) => (z >= 0 ? 1 : 0),
    readings: [(z) => (z > 0 ? 1 : 0), (z) => (z === 0 ? 0.5 : z > 0 ? 1 : 0)],
  },
  {
    id: 'reluDerivative/sign-output',
    title: 'the sign of the drive: -1 on the left',
    hint: 'On the left the unit is constant: what is the slope of a constant?',
    caughtBy: 'negative',
    implementation: (z, atZero) => (z === 0 ? atZero : Math.sign(z)),
    readings: [(z) => Math.sign(z), (z) => (z >= 0 ? 1 : -1)],
  },
];
