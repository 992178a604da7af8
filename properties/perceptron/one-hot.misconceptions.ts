import type { Misconception } from '../entry/entry.ts';
import type { OneHot } from './one-hot.ts';

const fromOne: OneHot = (index, depth) => Array.from({ length: depth }, (_, k) => (k + 1 === index ? 1 : 0));

export const misconceptions: readonly Misconception<OneHot>[] = [
  {
    id: 'oneHot/one-based',
    title: 'classes counted from 1',
    hint: 'Indices are counted from 0 here: at which position is the 1 of class 0?',
    caughtBy: 'class 0 of 3',
    implementation: fromOne,
    // One that refuses class 0, as counting from 1 suggests.
    readings: [(index, depth) => (index === 0 ? undefined : fromOne(index, depth))],
  },
];
