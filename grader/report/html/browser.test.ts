import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { HINT } from '../../copies/copies.ts';
import type { SubmissionRecord } from '../../record/record.ts';
import { feedbackHtml } from '../feedback.ts';
import { HOSTILE_NAMES, inventedCounterexample, inventedExercise, inventedRecord } from '../invented-records.ts';
import { STATUSES } from '../statuses.ts';
import { summarize } from '../summary.ts';
import { browserTest, launched, opened, PAPER, PHONE } from './browser-fixture.ts';
import { copiesPage } from './copies.ts';
import { brokenHeads, cutOff, danglingLinks, faintTexts, namelessColumns, sticksOut } from './in-page-fixture.ts';
import type { ReportMeta } from './meta.ts';
import { htmlPages, htmlReport } from './page.ts';

const meta: ReportMeta = {
  title: 'Sheet 1',
  generatedAt: '2025-01-14',
  hints: new Map([['softmax/over-batch', { title: 'over the batch', hint: 'Each row is one example.' }]]),
  replay: (record, exercise) => `npx backproof replay --exercise ${exercise.name} --out results ${record.submission}`,
  takeOver: () => 'npx backproof decide --follow-through',
  argumentNames: () => ['logits'],
  values: ({ submission }) => (submission === 'student3' ? LARGE : null),
  nameOf: () => 'Ada Lovelace',
  absent: ['gone (Gone Away)'],
};

/** Twenty columns of long numbers: wider than any phone or sheet. */
const LARGE = {
  got: Array.from({ length: 20 }, (_, i) => Array.from({ length: 20 }, (_, j) => -(i + 1) / (7919 * (j + 1)))),
  expected: Array.from({ length: 20 }, (_, i) => Array.from({ length: 20 }, (_, j) => (i + 1) / (7919 * (j + 1)))),
};

const wrong = inventedExercise({
  status: 'wrong',
  points: 2,
  agreement: 0.4,
  misconception: 'softmax/over-batch',
  hint: 'Each row is one example.',
  line: 'ada.ts:12',
  checks: [{ name: 'rows sum to 1', kind: 'law', passed: false }],
  counterexample: inventedCounterexample(),
  followThrough: { calls: ['exp'], status: 'correct', points: 10 },
});

/** One of each status, one of each kind of submission, and more than fit a list of names. */
const RECORDS: SubmissionRecord[] = [
  ...STATUSES.map((status) =>
    inventedRecord({
      submission: `of ${status}`,
      exercises: [inventedExercise({ status, message: `it is ${status}` })],
    }),
  ),
  ...Array.from({ length: 20 }, (_, n) =>
    inventedRecord({
      submission: `student${n}`,
      exercises: [wrong],
      points: 2,
      similarTo: n === 0 ? ['student1'] : [],
    }),
  ),
  inventedRecord({
    submission: 'decided',
    exercises: [
      {
        ...wrong,
        points: 7,
        decision: { kind: 'points', points: 7, verdictPoints: 2, reason: 'a good idea', decidedAt: '2025-01-02' },
      },
    ],
  }),
  inventedRecord({ submission: 'broken', status: 'invalid', points: 0, exercises: [], message: 'b.ts:3: Unexpected' }),
  inventedRecord({ submission: 'unlucky', status: 'infra_error', points: null, exercises: [], message: 'no worker' }),
];

/** What people are called, and what would tear a layout. */
const NAMES: readonly string[] = [
  ...HOSTILE_NAMES,
  'n'.repeat(200),
  '👩‍👩‍👧 of 🏳️‍🌈',
  'علی‌رضا',
  '\u202eevil\u202c',
  '<style>body{display:none}</style>',
  '</title></bdi><script>globalThis.ran = true</script>',
  '<img src=x onerror="globalThis.ran = true">',
  'javascript:globalThis.ran=true',
];

/** A class in which every text that comes from outside is the name. */
function hostileRecords(): SubmissionRecord[] {
  return NAMES.map((name) => {
    const counterexample = inventedCounterexample({
      args: [{ [name]: name }],
      index: [name],
      got: name,
      because: name,
    });
    const exercise = { ...wrong, hint: name, message: name, line: name, misconception: name, counterexample };
    const checks = [{ name, kind: 'law' as const, passed: false }];
    return inventedRecord({ submission: name, message: name, similarTo: [name], exercises: [{ ...exercise, checks }] });
  });
}

let browser: Browser | null = null;
const folder = mkdtempSync(join(tmpdir(), 'backproof-browser-'));

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

beforeAll(async () => {
  browser = await launched();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const invented = written('invented.html', htmlReport(RECORDS, meta));
const hostile = written(
  'hostile.html',
  htmlReport(hostileRecords(), { ...meta, title: NAMES.at(-3) ?? '', nameOf: ({ submission }) => submission }),
);
const empty = written('empty.html', htmlReport([], { ...meta, absent: [] }));
const alone = written('alone.html', htmlReport([inventedRecord({ exercises: [] })], { ...meta, absent: [] }));
const feedback = written('feedback.html', feedbackHtml(RECORDS.at(-3) ?? inventedRecord(), 'Sheet 1'));
const hostileFeedback = written(
  'hostile-feedback.html',
  feedbackHtml(hostileRecords()[13] ?? inventedRecord(), NAMES.at(-3) ?? ''),
);
/** More exercises than the table of the sections has columns for. */
const MANY_EXERCISES = summarize([
  inventedRecord({
    exercises: Array.from({ length: 14 }, (_, n) => inventedExercise({ name: `categoricalCrossEntropy${n + 1}` })),
  }),
]);
/** Sections and names, for the filters. */
const filtered = written(
  'filtered.html',
  htmlReport(
    [
      inventedRecord({
        submission: 's1',
        exercises: [{ ...inventedExercise(), status: 'unstable', points: 8 }],
        points: 8,
      }),
      inventedRecord({ submission: 's2', exercises: [wrong], points: 2 }),
      inventedRecord({ submission: 's3', points: 10 }),
      inventedRecord({ submission: 's10', points: 9 }),
    ],
    {
      ...meta,
      nameOf: ({ submission }) => (submission === 's10' ? 'José' : 'Ada'),
      sections: ['Monday', 'Tuesday'].map((name) => ({ name, students: 2, summary: MANY_EXERCISES })),
      sectionOf: ({ submission }) => (submission === 's1' || submission === 's2' ? 'Monday' : 'Tuesday'),
    },
  ),
);
const copies = written(
  'copies.html',
  copiesPage(
    'Sheet 1',
    {
      schema: 'backproof/copies/1',
      note: HINT,
      assignment: 'sheet-1',
      submissions: 300,
      exercises: ['categoricalCrossEntropy', 'klStandardNormal'].map((name) => ({
        name,
        threshold: 0.55,
        why: null,
        copies: { named: 104, of: 106 },
        honest: { named: 2, of: 1179 },
        compared: 66,
        tooLittle: 4,
        more: 0,
      })),
      pairs: [],
      groups: [],
      notAsGraded: [],
      unreadable: [],
    },
    [],
  ),
);
const PAGES = { filtered, invented, hostile, empty, alone, feedback, hostileFeedback };

describe.each(Object.entries(PAGES))('the page %s', (_, file) => {
  browserTest('asks for nothing, says nothing, runs nothing', async () => {
    const { page, requests, faults } = await opened(browser, file);
    expect([requests, faults]).toEqual([[], []]);
    expect(await page.evaluate('globalThis.ran')).toBeUndefined();
    expect(await page.locator('img, iframe, link, object, form:not(.filters)').count()).toBe(0);
    expect(await page.locator('script').count()).toBeLessThanOrEqual(1);
    expect(await page.locator('body').isVisible()).toBe(true);
    expect(await page.locator('body').innerText()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
  });

  browserTest('fits a phone and a desk', async () => {
    for (const how of [PHONE, {}]) {
      const { page } = await opened(browser, file, how);
      expect(await page.evaluate(sticksOut)).toEqual([]);
      expect(await page.evaluate(namelessColumns)).toEqual([]);
      expect(await page.evaluate(brokenHeads)).toEqual([]);
    }
  });

  browserTest.each(['light', 'dark'] as const)('can be read in the %s', async (colorScheme) => {
    const { page } = await opened(browser, file, { colorScheme });
    expect(await page.evaluate(faintTexts)).toEqual([]);
  });

  browserTest('is whole on paper, even if the screen is dark', async () => {
    const { page } = await opened(browser, file, { ...PAPER, colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(sticksOut)).toEqual([]);
    expect(await page.evaluate(cutOff)).toEqual([]);
    expect(await page.evaluate(faintTexts)).toEqual([]);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await page.locator('nav').filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('.who a, .who bdi').filter({ visible: false }).count()).toBe(0);
  });

  browserTest('has links that lead somewhere', async () => {
    const { page } = await opened(browser, file);
    expect(await page.evaluate(danglingLinks)).toEqual([]);
  });
});

browserTest('the page of copies fits a phone, a desk and paper', async () => {
  for (const how of [PHONE, {}, PAPER]) {
    const { page, faults } = await opened(browser, copies, how);
    if (how === PAPER) await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(sticksOut)).toEqual([]);
    expect(await page.evaluate(namelessColumns)).toEqual([]);
    expect(await page.evaluate(faintTexts)).toEqual([]);
    expect(faults).toEqual([]);
  }
});

browserTest('a class at a glance: distribution, exercises, misconceptions, everybody', async () => {
  const { page } = await opened(browser, invented);
  await expect(page.locator('#overview svg.histogram').getAttribute('aria-label')).resolves.toMatch(/^Distribution/);
  expect(await page.locator('#overview svg.histogram rect').count()).toBeGreaterThan(1);
  const law = page.locator('#exercises tr', { hasText: 'rows sum to 1' });
  expect(await law.locator('td').nth(1).innerText()).toBe('21');
  expect(await law.locator('a').first().innerText()).toBe('student0');
  const cluster = page.locator('#misconceptions .panel');
  expect(await cluster.locator('h3').innerText()).toBe('Over the batch');
  await cluster.locator('blockquote').click();
  expect(await page.evaluate('getSelection().toString().trim()')).toBe('Each row is one example.');
  expect(await page.locator('#students > table tbody tr').count()).toBe(RECORDS.length + 1);
});

browserTest('a student is reached from the table, and the counterexample is drawn', async () => {
  const { page } = await opened(browser, invented);
  await page.locator('#students > table').getByRole('link', { name: 'student3', exact: true }).click();
  const section = page.locator('article.student:target');
  expect(await section.locator('h3').first().innerText()).toContain('student3');
  expect(await section.locator('td.marked').count()).toBe(2);
  const [got, expected] = await Promise.all(
    ['got', 'expected'].map((role) => section.locator(`figure.${role} tbody td`).count()),
  );
  expect([got, expected]).toEqual([400, 400]);
  expect(await section.locator('td.marked.got').innerText()).not.toBe(
    await section.locator('td.marked.expected').innerText(),
  );
});

browserTest('the keyboard alone leads to a student and back', async () => {
  const { page } = await opened(browser, invented);
  const focused = (): Promise<string> => page.evaluate('document.activeElement.getAttribute("href")');
  const target = (): Promise<string> => page.evaluate('location.hash');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('#overview');
  for (let n = 0; n < 3; n++) await page.keyboard.press('Tab');
  expect(await focused()).toBe('#students');
  await page.keyboard.press('Enter');
  expect(await target()).toBe('#students');
  // Past the controls of the table.
  const controls = await page.locator('.filters :is(input, select, button)').count();
  for (let n = 0; n <= controls; n++) await page.keyboard.press('Tab');
  expect(await focused()).toBe('#student-0');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('#students');
  const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
  expect(outline).not.toBe('none');
});

browserTest('a large class is a page that leads to others', async () => {
  const records = Array.from({ length: 1000 }, (_, n) => inventedRecord({ submission: `s${n}`, exercises: [wrong] }));
  let last = '';
  for (const { name, text } of htmlPages(records, meta, 'large.html')) last = written(name, Array.from(text).join(''));
  const { page, faults } = await opened(browser, join(folder, 'large.html'), PHONE);
  expect(await page.evaluate(sticksOut)).toEqual([]);
  await page.locator('#students').getByRole('link', { name: 's999', exact: true }).click();
  expect(fileURLToPath(page.url().split('#')[0] ?? '')).toBe(last);
  expect(await page.locator('article.student:target h3').first().innerText()).toContain('s999');
  await page.getByRole('link', { name: 'All students' }).first().click();
  expect(page.url()).toMatch(/large\.html#students$/);
  expect(faults).toEqual([]);
});

describe('the filters of the table', () => {
  const rows = 'table.students tbody tr:not([hidden]) td:first-child';
  const shown = async (page: Page): Promise<string[]> => page.locator(rows).allInnerTexts();

  browserTest('search, verdict, misconception, section and order narrow it', async () => {
    const { page, faults } = await opened(browser, filtered);
    expect(await page.locator('.filters output').innerText()).toBe('5 of 5 shown');
    await page.getByLabel('Search').fill('jose');
    expect(await shown(page)).toEqual(['s10 José']);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByLabel('Verdict').selectOption('wrong');
    expect((await shown(page)).map((who) => who.split(' ')[0])).toEqual(['s2']);
    await page.getByLabel('Verdict').selectOption('any');
    await page.getByLabel('Misconception').selectOption('over the batch');
    expect(await shown(page)).toHaveLength(1);
    await page.getByLabel('Misconception').selectOption('any');
    await page.getByLabel('Section').selectOption('Tuesday');
    expect((await shown(page)).map((who) => who.split(' ')[0])).toEqual(['s3', 's10']);
    await page.getByLabel('Section').selectOption('any');
    await page.getByLabel('Sort by').selectOption('points, highest first');
    expect((await shown(page)).map((who) => who.split(' ')[0])).toEqual(['s3', 's10', 's1', 's2', 'gone']);
    expect(await page.locator('.filters output').innerText()).toBe('5 of 5 shown');
    expect(faults).toEqual([]);
  });

  browserTest('without a script there are none, and everything is readable', async () => {
    const { page } = await opened(browser, filtered, { javaScriptEnabled: false });
    expect(await page.locator('.filters').isVisible()).toBe(false);
    expect(await page.locator('table.students tbody tr').count()).toBe(5);
    expect(await page.locator('article.student').count()).toBe(4);
  });
});
