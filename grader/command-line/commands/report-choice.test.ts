import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ran, run } from './command-fixture.ts';

// A part of a class, a class under pseudonyms, and the list for a mail merge.

let folder: string;
let out: string;
let roster: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backproof-choice-'));
  out = join(folder, 'out');
  roster = join(folder, 'roster.csv');
  mkdirSync(join(folder, 'class'));
  writeFileSync(join(folder, 'w.json'), '{"title": "W", "exercises": [{"name": "relu", "points": 10}]}');
  writeFileSync(join(folder, 'class', 'adaking.js'), 'export const relu = (z) => (z > 0 ? z : 0);\n');
  writeFileSync(join(folder, 'class', 'bobhop.js'), 'export const relu = (z) => z;\n');
  writeFileSync(
    roster,
    'id,name,email,section\nadaking,Ada Lovelace,a@x.org,Monday\nbobhop,Bob Hopper,b@x.org,Tuesday\neve,Eve E,e@x.org,Monday\n',
  );
  const words = ['grade', join(folder, 'class'), '-a', join(folder, 'w.json'), '-o', out, '--jobs', '1'];
  expect((await run(...words)).code).toBe(0);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(format: string, ...more: string[]): Promise<Ran> {
  return run('report', out, '-f', format, '-r', roster, ...more);
}

test.each(['csv', 'html', 'table', 'junit'])('nothing in an anonymous %s leads to a student', async (format) => {
  const { out: text, err } = await report(format, '--anonymous');
  expect(text).toMatch(/student-[0-9a-f]{6}/);
  expect(text).not.toMatch(/adaking|bobhop|Lovelace|Hopper|x\.org|Eve E/);
  expect(err).not.toMatch(/adaking|bobhop|\beve\b/);
});

test('who is who is in a list of its own, for the instructor alone', async () => {
  const { out: csv } = await report('csv', '--anonymous');
  const list = join(out, 'pseudonyms.csv');
  const [, pseudonym] = /(student-[0-9a-f]{6}),adaking,Ada Lovelace/.exec(readFileSync(list, 'utf8')) ?? [];
  expect(csv).toContain(`${pseudonym},graded,correct`);
  expect(statSync(list).mode & 0o777).toBe(0o600);
});

test('a gradebook must name the students', async () => {
  const { code, err } = await report('canvas', '--anonymous');
  expect([code, err]).toEqual([2, expect.stringContaining('--format canvas must name the students')]);
});

test('from a seed there are no pseudonyms, since anybody could find them out', async () => {
  const other = join(folder, 'seeded');
  await run('grade', join(folder, 'class'), '-a', join(folder, 'w.json'), '-o', other, '--seed', '3', '--jobs', '1');
  const { code, err } = await run('report', other, '-f', 'csv', '--anonymous');
  expect([code, err]).toEqual([2, expect.stringContaining('--anonymous needs the key of a class')]);
});

test('a section is its students alone, with those who handed nothing in', async () => {
  const { out: csv } = await report('csv', '--section', 'Monday');
  expect(csv.split('\r\n').map((row) => row.split(',')[0])).toEqual(['student', 'adaking', 'eve', '']);
  const unknown = await report('csv', '--section', 'Mondays');
  expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('(did you mean Monday?)')]);
});

test('a mail merge has whom to write to, the points, and the file of feedback', async () => {
  const { out: csv } = await report('mailmerge');
  expect(csv.split('\r\n')).toEqual([
    'id,name,email,points,file',
    'adaking,Ada Lovelace,a@x.org,10,adaking.html',
    expect.stringMatching(/^bobhop,Bob Hopper,b@x.org,\d[\d.]*,bobhop\.html$/),
    'eve,Eve E,e@x.org,,',
    '',
  ]);
  await report('feedback', '--out', join(folder, 'feedback'));
  expect(readFileSync(join(folder, 'feedback', 'adaking.html'), 'utf8')).toContain('10 of 10 points');
});
