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

test('what an error says in words is shown, cut to a few plain letters', () => {
  const message = (text: string) => visibleMessage(inventedExercise({ status: 'error', message: text }));
  expect(message('throws: RangeError: the lengths differ')).toBe('throws: RangeError: the lengths differ');
  expect(message('throws: RangeError: 3 is not 4.5')).toBe('throws: RangeError: # is not #');
  expect(message("throws: TypeError: cannot read property 'length' of undefined")).toBe(
    'throws: TypeError: cannot read property le…',
  );
  expect(message(`throws: Error: ${'a'.repeat(300)}`)).toBe(`throws: Error: ${'a'.repeat(20)}…`);
});

/** A float64 in letters, as the attacks in grader/attacks do it. */
const SECRET = 'qyx0.9374283391';
const UNUSUAL = '\u4e0f\u4e03\u4e08\u0430\ud835\udd38';

test.each([
  ['a key', { [SECRET]: 1 }, `got a record { ${SECRET} }, expected 0.5: the shape or kind differs`],
  ['a text', SECRET, `at [0]: got "${SECRET}", expected 0.5: the shape or kind differs`],
  [
    'a text that looks like our words',
    `", expected 0.5: ${SECRET}`,
    `got "", expected 0.5: ${SECRET}", expected 0.5: the shape`,
  ],
  ['letters of a script', UNUSUAL, `got "${UNUSUAL}", expected 0.5: the shape or kind differs`],
  ['the lengths of an array', [Array(9374).fill(0)], 'got an array [1, 9374], expected 0.5: the shape or kind differs'],
  ['a key within an array', [{ [SECRET]: 1 }], `got an array [1], expected 0.5: the shape or kind differs`],
])('what is returned as %s is not in what a student reads', (_, got, message) => {
  const exercise = inventedExercise({
    status: 'wrong',
    points: 2,
    message,
    counterexample: inventedCounterexample({ got, expected: 0.5, error: 'NaN', index: [] }),
  });
  const record = inventedRecord({ exercises: [exercise] });
  for (const text of [feedbackMarkdown(record, 'Sheet'), feedbackHtml(record, 'Sheet'), visibleSummary(record)]) {
    expect(text).not.toMatch(/qyx|9374|[\u4e00-\u4eff\u0400-\u04ff]|\ud835/);
    expect(text).toContain('0.5');
  }
});

test.each([
  [UNUSUAL.repeat(20), 'throws: Error'],
  [`${UNUSUAL}a${UNUSUAL}b`, 'throws: Error: a b'],
  ['a.b,c;d  e', 'throws: Error: a b c d e'],
])('of thrown words %j a student reads plain letters alone', (thrown, shown) => {
  expect(visibleMessage(inventedExercise({ status: 'error', message: `throws: Error: ${thrown}` }))).toBe(shown);
});

test('of a law a student reads its name, and two numbers at most', () => {
  const message = (why: string) =>
    visibleMessage(
      inventedExercise({ status: 'wrong', message: `breaks the law that rows sum to 1: ${why}`, counterexample: null }),
    );
  expect(message('at [0][1]: got 0.9, expected 1: off by 0.1, allowed 1e-12 (both sides rounded)')).toBe(
    'breaks the law that rows sum to 1: got 0.9, expected 1',
  );
  expect(message('got [0.25,0.9374283391,[7]]')).toBe('breaks the law that rows sum to 1');
  expect(message('got a record { qyx9374 }, expected 1: the shape')).toBe('breaks the law that rows sum to 1');
});

test('the values that differ are shown as they are', () => {
  const text = 'at [0][1]: got 1, expected 0.693: off by 0.307, allowed 1.7e-12 (float64)';
  expect(visibleMessage(inventedExercise({ status: 'wrong', message: text }))).toBe(text);
});
