import { expect, test } from 'vitest';
import { feedbackHtml, feedbackMarkdown } from './feedback.ts';
import { nestingFault } from './html/nesting-fixture.ts';
import { HOSTILE_NAMES, inventedCounterexample, inventedExercise, inventedRecord } from './invented-records.ts';

const wrong = inventedExercise({
  status: 'wrong',
  points: 3.5,
  misconception: 'softmax/over-batch',
  hint: 'Normalise each row.',
  message: 'differs from the reference',
  line: 'ada.ts:12',
  checks: [{ name: 'the secret law', kind: 'law', passed: false }],
  counterexample: inventedCounterexample(),
});
const record = inventedRecord({ exercises: [wrong], similarTo: ['charles'] });

test('says what the student may know', () => {
  for (const text of [feedbackMarkdown(record, 'Sheet 1'), feedbackHtml(record, 'Sheet 1')]) {
    for (const part of [
      'Sheet 1',
      '3.5 of 10 points',
      'wrong',
      'differs from the reference',
      'ada.ts:12',
      'Normalise each row.',
      'NaN',
      '0.25',
      'npx backproof check --exercise softmax ada.ts',
      '[0][1]',
    ]) {
      expect(text).toContain(part);
    }
  }
});

test('says what unstable means, what the code computes and what else differs', () => {
  const visible = { titles: new Map([['softmax/no-maximum', 'the maximum left in']]), withInputs: false };
  const unstable = inventedExercise({
    status: 'unstable',
    points: 8.5,
    misconception: 'softmax/no-maximum',
    notes: ['the default of epsilon differs'],
    message: 'on extreme input: got NaN, expected 0.25 at [0][1]',
    counterexample: inventedCounterexample(),
  });
  const one = inventedRecord({ exercises: [unstable] });
  for (const text of [feedbackMarkdown(one, 'Sheet 1', visible), feedbackHtml(one, 'Sheet 1', visible)]) {
    for (const part of [
      'Right on everyday input; on extreme input',
      'the maximum left in',
      'Also: the default of epsilon differs',
      '--exercise softmax FILE',
    ]) {
      expect(text.replaceAll('\\', '')).toContain(part);
    }
    expect(text).not.toContain('Called as');
  }
});

test('shows the call that fails where the instructor asks for it', () => {
  const visible = { titles: new Map(), withInputs: true };
  for (const text of [feedbackMarkdown(record, 'Sheet 1', visible), feedbackHtml(record, 'Sheet 1', visible)]) {
    expect(text).toContain('softmax([[1234.5,0]])');
  }
});

test('says once how exact a value must be, and only where an error is small enough to ask', () => {
  const close = { ...wrong, message: 'got 1.0000001, expected 1: off by 1e-7, allowed 1e-9' };
  const two = inventedRecord({ exercises: [close, { ...close, name: 'adam' }] });
  for (const text of [feedbackMarkdown(two, 'Sheet 1'), feedbackHtml(two, 'Sheet 1')]) {
    expect(text.split('a sum of 2 terms')).toHaveLength(2);
  }
  expect(feedbackMarkdown(record, 'Sheet 1')).not.toContain('a sum of 2 terms');
});

test('holds nothing of others and no hidden input', () => {
  for (const text of [feedbackMarkdown(record, 'Sheet 1'), feedbackHtml(record, 'Sheet 1')]) {
    for (const secret of ['charles', '1234.5', '424242', '3:0:1', 'secret law', 'sha256:']) {
      // The policy of the page names its style sheet by hash; that is not secret, so it is taken out first.
      expect(text.replace(/<meta http-equiv[^>]*>/, '')).not.toContain(secret);
    }
  }
});

test('of a whole value only the shape is shown', () => {
  const counterexample = inventedCounterexample({ index: [], got: [[0.123, 0.456]], expected: { h: [7.891] } });
  const shaped = inventedRecord({ exercises: [{ ...wrong, counterexample }] });
  for (const text of [feedbackMarkdown(shaped, 'Sheet 1'), feedbackHtml(shaped, 'Sheet 1')]) {
    expect(text).toContain('an array of shape [1, 2]');
    expect(text).toContain('a record with h');
    expect(text).not.toMatch(/0\.123|0\.456|7\.891/);
  }
});

test('if the grader failed there is no verdict, and nothing about the machine', () => {
  const failed = inventedRecord({
    status: 'infra_error',
    points: null,
    exercises: [],
    message: '/home/prof/oracle died',
  });
  for (const text of [feedbackMarkdown(failed, 'Sheet 1'), feedbackHtml(failed, 'Sheet 1')]) {
    expect(text).toContain('Not graded yet');
    expect(text).not.toContain('/home/prof');
    expect(text).not.toContain('0 of 10');
  }
});

test.each(HOSTILE_NAMES)('%j acts neither in the page nor in the Markdown', (name) => {
  const counterexample = inventedCounterexample({ got: name, expected: name, because: name, index: [name] });
  const exercise = inventedExercise({
    status: 'error',
    name,
    hint: name,
    message: name,
    line: name,
    misconception: name,
    counterexample,
  });
  const hostile = inventedRecord({ submission: name, message: name, exercises: [exercise] });
  const page = feedbackHtml(hostile, 'Sheet 1');
  expect(nestingFault(page)).toBeNull();
  expect(page).not.toMatch(/<script|<img|onerror="|onmouseover="|[^\P{Cc}\n]|\u202e/u);
  const prose = feedbackMarkdown(hostile, 'Sheet 1').replace(/(`+)[^\n]*?[^`]\1(?!`)/g, '');
  expect(prose).not.toMatch(/(?<!\\)[<[]|https:\/\/|[^\P{Cc}\n]|\u202e/u);
});
