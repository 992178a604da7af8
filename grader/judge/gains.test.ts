import { expect, test } from 'vitest';
import type { FollowThrough } from '../record/record.ts';
import { inventedExercise } from '../report/invented-records.ts';
import { withGains } from './gains.ts';

/** The functions that gain, of a submission in which each calls others and would then be right. */
function gaining(calls: Record<string, string[]>, points: Record<string, number> = {}): string[] {
  const exercises = Object.keys(calls).map((name) =>
    inventedExercise({ name, status: 'wrong', points: points[name] ?? 1 }),
  );
  const followed = new Map(
    Object.entries(calls)
      .filter(([, called]) => called.length > 0)
      .map(([name, called]): [string, FollowThrough] => [name, { calls: called, status: 'correct', points: 10 }]),
  );
  return withGains(exercises, followed)
    .filter(({ followThrough }) => followThrough !== null)
    .map(({ name }) => name);
}

test('a chain gains up to the one that is truly broken', () => {
  expect(gaining({ a: ['b'], b: ['c'], c: [] })).toEqual(['a', 'b']);
});

test.each<[string, Record<string, string[]>]>([
  ['two', { a: ['b'], b: ['a'] }],
  ['three', { a: ['b'], b: ['c'], c: ['a'] }],
  ['two, with calls of others', { a: ['c', 'b'], b: ['a', 'c'], c: [] }],
])('a circle of %s gains nothing', (_, calls) => {
  expect(gaining(calls)).toEqual([]);
});

test('what calls a circle from outside gains, and what a circle calls does not', () => {
  expect(gaining({ outside: ['a'], a: ['b'], b: ['a', 'inside'], inside: [] })).toEqual(['outside']);
});

test('what would earn no more than it has is not offered', () => {
  expect(gaining({ a: ['c'], b: ['c'], c: [] }, { a: 10, b: 9.5 })).toEqual(['b']);
});

test('a circle stays one where one of its members would gain nothing', () => {
  expect(gaining({ a: ['b'], b: ['a'] }, { b: 10 })).toEqual([]);
});
