import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { SubmissionRecord } from './record.ts';

// The main job on the bundled class, against verdicts that follow from the contract and were written down before the
// grader had seen it.

interface Expected {
  status: string;
  exercises: Record<string, { status: string; misconception: string | null; deductions?: string[] }>;
}

const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
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

afterAll(() => rmSync(out, { recursive: true, force: true }));

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
