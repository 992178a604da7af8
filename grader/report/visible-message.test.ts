import { expect, test } from 'vitest';
import { feedbackHtml, feedbackMarkdown } from './feedback.ts';
import { inventedCounterexample, inventedExercise, inventedRecord } from './invented-records.ts';
import { visibleMessage } from './visible-message.ts';
import { visibleSummary } from './visible-text.ts';

// A submission may throw or return its hidden input as text; what its student reads must not pass it on.

const INPUT = '[[-7.654321,1928374],[0.5647382910]]';
const threw = inventedExercise({
  status: 'error',
  message: `throws: Error: ${INPUT}`,
  counterexample: inventedCounterexample({ got: `an error: Error: ${INPUT}`, error: null, index: [] }),
});
const threwOnExtreme = inventedExercise({
  ...threw,
  status: 'unstable',
  message: `on extreme input: throws: Error: ${INPUT}`,
});
const returned = inventedExercise({
  status: 'wrong',
  message: 'got a string of 46 characters, expected an array [2, 3]: the shape or kind differs',
  counterexample: inventedCounterexample({ got: INPUT, error: 'NaN', index: [] }),
});
const named = inventedExercise({
  status: 'wrong',
  message: 'got a record of other fields',
  counterexample: inventedCounterexample({ got: { [INPUT]: 1 }, error: 'NaN', index: [] }),
});
const inLaw = inventedExercise({
  status: 'error',
  message: `breaks the law that rows sum to one: Error: ${INPUT}`,
  counterexample: null,
});

test.each([
  { exercise: threw, how: 'thrown' },
  { exercise: threwOnExtreme, how: 'thrown on extreme input' },
  { exercise: returned, how: 'returned' },
  { exercise: named, how: 'as the name of a field' },
  { exercise: inLaw, how: 'thrown within a law' },
])('hidden input that is $how stays hidden', ({ exercise }) => {
  const record = inventedRecord({ exercises: [exercise] });
  for (const text of [feedbackMarkdown(record, 'Sheet'), feedbackHtml(record, 'Sheet'), visibleSummary(record)]) {
    expect(text).not.toMatch(/7654321|654321|1928374|5647382910/);
  }
});

test('what an error says in words is shown, cut to a line', () => {
  const message = (text: string) => visibleMessage(inventedExercise({ status: 'error', message: text }));
  expect(message('throws: RangeError: the lengths differ')).toBe('throws: RangeError: the lengths differ');
  expect(message('throws: RangeError: 3 is not 4.5')).toBe('throws: RangeError: # is not #');
  expect(message(`throws: Error: ${'a'.repeat(300)}`)?.length).toBeLessThan(100);
});

test('the values that differ are shown as they are', () => {
  const text = 'at [0][1]: got 1, expected 0.693: off by 0.307, allowed 1.7e-12 (float64)';
  expect(visibleMessage(inventedExercise({ status: 'wrong', message: text }))).toBe(text);
});
