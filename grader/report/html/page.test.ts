import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { SubmissionRecord } from '../../record/record.ts';
import { HOSTILE_NAMES, inventedCounterexample, inventedExercise, inventedRecord } from '../invented-records.ts';
import { STATUSES } from '../statuses.ts';
import { FILTER_SCRIPT } from './filter-script.ts';
import type { ReportMeta } from './meta.ts';
import { nestingFault } from './nesting-fixture.ts';
import { htmlReport } from './page.ts';

const meta: ReportMeta = { title: 'Sheet 1', generatedAt: '2025-01-14', hints: new Map() };

const wrong = inventedExercise({
  status: 'wrong',
  points: 2,
  agreement: 0.4,
  misconception: 'softmax/over-batch',
  hint: 'Normalise each row.',
  checks: [{ name: 'rows sum to 1', kind: 'law', passed: false }],
  counterexample: inventedCounterexample(),
});

const everyStatus: SubmissionRecord[] = [
  ...STATUSES.map((status) =>
    inventedRecord({ submission: `of ${status}`, exercises: [inventedExercise({ status })] }),
  ),
  inventedRecord({ submission: 'bob', exercises: [wrong], similarTo: ['eve'] }),
  inventedRecord({
    submission: 'broken',
    status: 'invalid',
    points: 0,
    exercises: [],
    message: 'b.ts:3: Unexpected token',
  }),
  inventedRecord({ submission: 'unlucky', status: 'infra_error', points: null, exercises: [], message: 'no worker' }),
];

/** The section of one student. */
function sectionOf(page: string, position: number): string {
  const from = page.indexOf(`id="student-${position}"`);
  expect(from).toBeGreaterThan(0);
  return page.slice(from, page.indexOf('</article>', from));
}

test('every status, an invalid submission and a failure of the grader are in a well-formed page', () => {
  const page = htmlReport(everyStatus, meta);
  expect(nestingFault(page)).toBeNull();
  for (const status of STATUSES) expect(page).toContain(`class="chip ${status}"`);
  expect(sectionOf(page, 9)).toContain('b.ts:3: Unexpected token');
  expect(sectionOf(page, 10)).toContain('no points yet');
  expect(page).not.toMatch(/undefined|\[object/);
});

test('an empty class is a page too', () => {
  const page = htmlReport([], meta);
  expect(nestingFault(page)).toBeNull();
  expect(page).toContain('no submissions yet');
});

test('the page fetches nothing and runs nothing but its own script', () => {
  const page = htmlReport(everyStatus, meta);
  // The policy holds a hash in base64, in which two slashes are not an address.
  const rest = page.replace(/<meta http-equiv[^>]*>/, '').replace(`<script>${FILTER_SCRIPT}</script>`, '');
  expect(rest).not.toMatch(/<script|<link|<img|<iframe|<object|\bsrc=|url\(|@import|https?:|\/\/[a-z]/i);
  for (const [, target = ''] of page.matchAll(/href="([^"]*)"/g)) expect(target).toMatch(/^#[a-z0-9-]+$/);
  expect(page).toMatch(
    /Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; base-uri 'none'/,
  );
});

test('the policy allows the style sheet of the page', () => {
  const page = htmlReport([], meta);
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
  expect(page).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  expect(page).not.toContain(' style="');
});

test('each link leads to a place in the page, and no place is there twice', () => {
  const page = htmlReport(everyStatus, meta);
  const ids = Array.from(page.matchAll(/ id="([^"]*)"/g), (found) => found[1]);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
});

test('items say which check fails whom, clusters who and what to tell them', () => {
  const hints = new Map([['softmax/over-batch', { title: 'Over the batch', hint: 'Each row is one example.' }]]);
  const page = htmlReport(everyStatus, { ...meta, hints });
  const items = page.slice(page.indexOf('id="exercises"'), page.indexOf('id="misconceptions"'));
  expect(items).toMatch(/rows sum to 1 .*?<td class="num">1<\/td><td>.*?href="#student-8"><bdi>bob/);
  expect(items).toContain(
    'aria-label="correct 1, unstable 1, disputed 1, wrong 2, error 1, timeout 1, memory 1, missing 1"',
  );
  const cluster = page.slice(page.indexOf('id="misconceptions"'), page.indexOf('id="students"'));
  expect(cluster).toContain('<h3 class="sentence">Over the batch</h3>');
  expect(cluster).toContain('<blockquote class="copy">Each row is one example.</blockquote>');
  expect(cluster).toContain('href="#student-8"');
});

test('a counterexample is shown in full, with the values of the caller if there are some', () => {
  const page = htmlReport(everyStatus, {
    ...meta,
    argumentNames: () => ['logits'],
    replay: (record, exercise) => `npx backproof replay ${record.submission} --exercise ${exercise.name}`,
    values: () => ({ got: [[0.75, 'NaN']], expected: [[0.75, 0.25]] }),
  });
  const section = sectionOf(page, 8);
  for (const part of [
    'logits = [[1234.5, 0]]',
    '[0][1]',
    '1e-9',
    'a sum of 2 terms',
    'npx backproof replay bob --exercise softmax',
    'Normalise each row.',
  ]) {
    expect(section).toContain(part);
  }
  expect(section.match(/<td>0\.75<\/td>/g)).toHaveLength(2);
  expect(section).toMatch(/class="marked got"[^>]*>.*?NaN<\/td>/);
  expect(section).toMatch(/class="marked expected"[^>]*>.*?0\.25<\/td>/);
});

test('without the hooks the differing element alone is drawn, and no command is made up', () => {
  const section = sectionOf(htmlReport(everyStatus, meta), 8);
  expect(section.match(/<table class="grid">/g)).toHaveLength(2);
  expect(section).toContain('argument 1 = ');
  expect(section).not.toContain('npx');
});

test('what waits for the instructor is said', () => {
  const page = htmlReport(everyStatus, meta);
  const notice = page.slice(page.indexOf('Waiting for you'), page.indexOf('Distribution of points'));
  expect(notice).toMatch(/unlucky[\s\S]*of disputed[\s\S]*bob/);
});

test.each(HOSTILE_NAMES)('%j is text wherever it appears', (name) => {
  const counterexample = inventedCounterexample({
    args: [{ [name]: name }],
    index: [name],
    got: name,
    expected: name,
    error: name,
    because: name,
  });
  const exercise = inventedExercise({
    name,
    status: 'wrong',
    misconception: name,
    hint: name,
    message: name,
    line: name,
    counterexample,
    checks: [{ name, kind: 'law', passed: false }],
  });
  const record = inventedRecord({
    submission: name,
    message: name,
    assignment: name,
    similarTo: [name],
    exercises: [exercise],
  });
  const page = htmlReport([record, { ...record, status: 'invalid' }], {
    title: name,
    generatedAt: name,
    hints: new Map([[name, { title: name, hint: name }]]),
    replay: () => name,
    values: () => ({ got: { [name]: [name, 1] }, expected: { [name]: [name, 2] } }),
    argumentNames: () => [name],
  });
  expect(nestingFault(page)).toBeNull();
  expect(page.replace(`<script>${FILTER_SCRIPT}</script>`, '')).not.toMatch(
    /<script|<img|\son[a-z]+="|[^\P{Cc}\n]|\u202e/u,
  );
  expect(Array.from(page.matchAll(/ id="([^"]*)"/g), (found) => found[1])).toEqual([
    'overview',
    'exercises',
    'misconceptions',
    'students',
    'student-0',
    'student-1',
  ]);
});

test('a wrong one shows its message, what its status means, and its notes', () => {
  const told = { ...wrong, message: 'twice the expected value: got 2, expected 1', notes: ['epsilon differs'] };
  const page = htmlReport([inventedRecord({ submission: 'bob', exercises: [told] })], meta);
  for (const part of ['Gives another value than the formula.', 'twice the expected value', 'Also: epsilon differs'])
    expect(page).toContain(part);
});
