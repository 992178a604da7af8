import type { Misconception } from '../entry/entry.ts';
import { mapNumbers } from '../values/tree.ts';
import type { Cast } from './cast.ts';

export const misconceptions: readonly Misconception<Cast>[] = [
  {
    id: 'cast/floored',
    title: 'numbers are rounded down to an int32',
    hint: 'Cut the fraction off toward 0: -1.7 becomes -1. Math.floor goes to -2, Math.trunc does not.',
    caughtBy: 'toward zero',
    implementation: (x, dtype) => mapNumbers(x, (xi) => (dtype === 'int32' ? Math.floor(xi) : right(xi, dtype))),
  },
  {
    id: 'cast/rounded',
    title: 'numbers are rounded to the nearest int32',
    hint: 'A cast cuts the fraction off and does not round: 1.7 becomes 1.',
    caughtBy: 'toward zero',
    implementation: (x, dtype) => mapNumbers(x, (xi) => (dtype === 'int32' ? Math.round(xi) : right(xi, dtype))),
  },
  {
    id: 'cast/bool-of-whole',
    title: 'a fraction below 1 becomes false',
    hint: 'All that is not 0 is true, 0.5 too: do not cut the fraction off first.',
    caughtBy: 'what is not zero',
    implementation: (x, dtype) =>
      mapNumbers(x, (xi) => (dtype === 'bool' ? Number(Math.trunc(xi) !== 0) : right(xi, dtype))),
  },
];

function right(x: number, dtype: 'float32' | 'int32' | 'bool'): number {
  if (dtype === 'float32') return Math.fround(x);
  return dtype === 'bool' ? Number(x !== 0) : Math.trunc(x);
}
