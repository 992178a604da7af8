import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SubmissionRecord } from '../record/record.ts';
import { browserTest, launched, opened, PAPER, PHONE } from '../report/html/browser-fixture.ts';
import { brokenHeads, cutOff, danglingLinks, faintTexts, sticksOut } from '../report/html/in-page-fixture.ts';

// The main job on the bundled class, against verdicts that follow from the contract and were written down before the
// grader had seen it.

interface Expected {
  status: string;
  exercises: Record<string, { status: string; misconception: string | null; deductions?: string[] }>;
}

const path = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const expected = JSON.parse(readFileSync(path('examples/expected.json'), 'utf8')) as Record<string, Expected>;
const out = mkdtempSync(join(tmpdir(), 'backproof-class-'));
const run = spawnSync(
  process.execPath,
  [
    path('grader/bin.mjs'),
    'grade',
    path('examples/class'),
    '-a',
    path('examples/class.json'),
    '-o',
    out,
    '--seed',
    '11',
  ],
  { encoding: 'utf8' },
);
const records = readFileSync(join(out, 'results.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as SubmissionRecord);

let browser: Browser | null = null;

beforeAll(async () => {
  browser = await launched();
});

afterAll(async () => {
  await browser?.close();
  rmSync(out, { recursive: true, force: true });
});

test('the class is graded whole', () => {
  expect(run.status).toBe(0);
  expect(records.map(({ submission }) => submission).sort()).toEqual(Object.keys(expected).sort());
});

test.each(records.map((record): [string, SubmissionRecord] => [record.submission, record]))('%s', (id, record) => {
  const exercises = record.exercises.map(({ name, status, misconception, checks }) => {
    const lost = checks.filter(({ kind, passed }) => (kind === 'errors' || kind === 'purity') && !passed);
    const deductions = status === 'correct' && lost.length > 0 ? { deductions: lost.map(({ kind }) => kind) } : {};
    return [name, { status, misconception, ...deductions }];
  });
  expect({ status: record.status, exercises: Object.fromEntries(exercises) }).toEqual(expected[id]);
});

browserTest.each(['light', 'dark'] as const)(
  'the report can be read in a browser: %s, on a desk',
  async (colorScheme) => {
    const { page, requests, faults } = await opened(browser, join(out, 'report.html'), { colorScheme });
    expect([requests, faults]).toEqual([[], []]);
    for (const check of [sticksOut, brokenHeads, danglingLinks, faintTexts])
      expect(await page.evaluate(check)).toEqual([]);
    expect(await page.locator('article.student').count()).toBe(records.length);
    expect(await page.locator('#misconceptions blockquote').count()).toBeGreaterThan(10);
    expect(await page.locator('td.marked.got').count()).toBeGreaterThan(10);
  },
);

browserTest('the report can be read on a phone, and on paper', async () => {
  const { page } = await opened(browser, join(out, 'report.html'), PHONE);
  expect(await page.evaluate(sticksOut)).toEqual([]);
  const { page: printed } = await opened(browser, join(out, 'report.html'), PAPER);
  await printed.emulateMedia({ media: 'print' });
  for (const check of [sticksOut, cutOff]) expect(await printed.evaluate(check)).toEqual([]);
});

test('a feedback file names its own student and nobody else', () => {
  const folder = join(out, 'feedback');
  const { status } = spawnSync(process.execPath, [
    path('grader/bin.mjs'),
    'report',
    out,
    '-f',
    'feedback',
    '-o',
    folder,
  ]);
  expect(status).toBe(0);
  const ids = records.map(({ submission }) => submission);
  const files = readdirSync(folder).filter((name) => !name.startsWith('.'));
  expect(files).toHaveLength(2 * ids.length);
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8')
      .replace(/<style>[\s\S]*?<\/style>/, '')
      .replace(/<[^>]+>/g, ' ');
    const named = ids.filter((id) => new RegExp(`(?<![\\p{L}\\d])${id}(?![\\p{L}\\d])`, 'u').test(text));
    expect(named, file).toHaveLength(1);
    expect(text).not.toMatch(/sha256|npx backproof replay/);
  }
});

browserTest('feedback can be read on a phone', async () => {
  const { page, requests, faults } = await opened(browser, join(out, 'feedback', 'hugo.html'), PHONE);
  expect([requests, faults]).toEqual([[], []]);
  for (const check of [sticksOut, faintTexts]) expect(await page.evaluate(check)).toEqual([]);
});
