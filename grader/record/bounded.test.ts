import { expect, test } from 'vitest';
import { inventedCounterexample, inventedExercise } from '../report/invented-records.ts';
import { bounded, boundedText, listed } from './bounded.ts';

test('a text becomes one line of at most 2,000 characters without harmful characters', () => {
  expect(boundedText('a\u001b[2J\n\u202eb')).toBe('a [2J b');
  expect(boundedText('a'.repeat(1e6))).toHaveLength(2000);
  expect(boundedText('a'.repeat(301), 300)).toBe(`${'a'.repeat(299)}…`);
  expect(boundedText('\n a \u2028')).toBe('a');
  expect(boundedText('👩‍🎓.js:1')).toBe('👩‍🎓.js:1');
});

test('no half of a character is left, so that any encoder takes the record', () => {
  expect(boundedText('\u{1F600}'.repeat(400), 300)).toBe(`${'\u{1F600}'.repeat(149)}…`);
  const counterexample = inventedCounterexample({ got: { '\ud800': ['a\udc00', 1] } });
  expect(bounded(inventedExercise({ counterexample })).counterexample?.got).toEqual({ '\ufffd': ['a\ufffd', 1] });
});

test('of many faults five are named and the others counted', () => {
  expect(listed(['a', 'b'])).toBe('a; b');
  expect(listed(['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toBe('a; b; c; d; e; and 2 more');
});

test('a value that would fill the record is named by its length, and a short one kept', () => {
  const of = (got: unknown) =>
    bounded(inventedExercise({ counterexample: inventedCounterexample({ got }) })).counterexample?.got;
  expect(of([[1, 2]])).toEqual([[1, 2]]);
  expect(of(Array(20_000).fill(1))).toBe('a value that takes 40001 characters to write');
  expect(of(undefined)).toBeUndefined();
});
