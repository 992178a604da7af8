import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { FORMATS } from '../../report/formats/formats.ts';
import { RECORDS } from '../../report/formats/report-fixture.ts';
import { Store } from '../../store/store.ts';
import { REQUEST } from '../../store/store-fixture.ts';
import { run, temporaryFolder } from './command-fixture.ts';

let folder = '';
let results = '';
let roster = '';

beforeEach(async () => {
  folder = temporaryFolder();
  results = join(folder, 'results');
  roster = join(folder, 'roster.csv');
  writeFileSync(roster, 'id,name,sis_id\nada,Ada Lovelace,s1\nbob,Bob,s2\nunlucky,Una Lucky,s4\ngone,Gone Away,s5\n');
  const store = await Store.open(results, REQUEST);
  for (const record of RECORDS) await store.append({ ...record, seed: 1, assignment: 'all' });
  await store.close();
});

// Pages for a platform need a class that came from one: see upload.test.ts.
const FROM_ANYWHERE = FORMATS.filter(({ name }) => name !== 'upload');

test.each(FROM_ANYWHERE)('$name is written, and written again, and the results stay as they are', async ({ name }) => {
  const before = readFileSync(join(results, 'results.jsonl'), 'utf8');
  for (let time = 0; time < 2; time++) {
    const { code, err } = await run(
      'report',
      results,
      '--format',
      name,
      '--roster',
      roster,
      '--out',
      join(folder, 'out/'),
    );
    expect(err).toContain('the grader itself failed');
    // One submission was not graded.
    expect(code).toBe(1);
  }
  expect(readdirSync(join(folder, 'out')).length).toBeGreaterThan(1);
  expect(readFileSync(join(results, 'results.jsonl'), 'utf8')).toBe(before);
});

test('who has no grade, and why, is named on standard error', async () => {
  const { err, out } = await run('report', results, '--format', 'canvas', '--roster', roster);
  expect(err).toMatch(/not graded, the grader itself failed .*: unlucky\n/);
  expect(err).toMatch(/submissions of no student of the roster \(2 of 5\): inv, zz-stray\n/);
  expect(err).toMatch(/students without a submission \(1 of 4\): gone\n/);
  expect(out).toMatch(/^Student,ID,SIS User ID,SIS Login ID,Section,/);
  expect(out).toContain('"Away, Gone",,s5,,,\r\n');
});

test("one student's report is printed alone, or written to the file named", async () => {
  const printed = await run('report', results, '-f', 'gradescope', '--student', 'ada');
  expect(printed.code).toBe(0);
  expect(JSON.parse(printed.out)).toMatchObject({ score: 20 });
  const out = join(folder, 'results.json');
  expect((await run('report', results, '-f', 'gradescope', '--student', 'ada', '-o', out)).out).toBe(`${out}\n`);
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ score: 20 });
});

test('feedback shows the arguments of the counterexample only with --with-inputs', async () => {
  const feedback = ['report', results, '--format', 'feedback', '--student', 'bob'];
  const hidden = await run(...feedback);
  expect(hidden.out).toContain('What it computes: ');
  expect(hidden.out).not.toContain('Called as');
  const shown = await run(...feedback, '--with-inputs');
  expect(shown.out).toContain('Called as `softmax([[1234.5,0]])`');
  expect((await run('report', results, '--format', 'moodle', '--with-inputs')).err).toContain('--format feedback');
});

test.skipIf(process.platform === 'win32')('feedback that shows arguments is for its owner alone to read', async () => {
  const modeOf = async (...options: string[]): Promise<number> => {
    expect((await run('report', results, '-f', 'feedback', '--student', 'bob', '-o', folder, ...options)).code).toBe(0);
    return statSync(join(folder, 'bob.md')).mode & 0o077;
  };
  expect(await modeOf()).not.toBe(0);
  expect(await modeOf('--with-inputs')).toBe(0);
  expect(await modeOf()).not.toBe(0);
});

test('a student whom the grader failed on has no results.json, and exit code 1', async () => {
  const out = join(folder, 'results.json');
  const { code, err } = await run('report', results, '-f', 'gradescope', '--student', 'unlucky', '-o', out);
  expect([code, existsSync(out)]).toEqual([1, false]);
  expect(err).toContain('left out of the report');
});

test('--json says what was written and who has no grade', async () => {
  const out = join(folder, 'feedback');
  const { out: text } = await run('report', results, '-f', 'feedback', '-r', roster, '-o', out, '--json');
  const summary = JSON.parse(text);
  expect(summary).toMatchObject({
    format: 'feedback',
    notGraded: ['unlucky'],
    absent: ['gone'],
    withoutStudent: ['inv', 'zz-stray'],
  });
  expect(summary.files).toContain(join(out, 'ada.md'));
  for (const file of summary.files) expect(existsSync(file)).toBe(true);
});

test.each(['csv', 'canvas', 'moodle', 'nbgrader'])(
  '%s starts with a byte order mark only if one is asked for',
  async (format) => {
    const plain = (await run('report', results, '-f', format)).out;
    expect(plain).toMatch(/^[a-zA-Z]/);
    expect((await run('report', results, '-f', format, '--bom')).out).toBe(`\ufeff${plain}`);
    const out = join(folder, 'marked.csv');
    await run('report', results, '-f', format, '--bom', '-o', out);
    expect(readFileSync(out, 'utf8')).toBe(`\ufeff${plain}`);
  },
);

test.each([
  [['--format', 'html', '--bom'], /--bom is for CSV/],
  [['--format', 'canvass'], /unknown format canvass \(did you mean canvas\?\)/],
  [['--format', 'gradescope'], /has a file per student: name a folder with --out/],
  [['--format', 'csv', '--json'], /--json says what was written: name an --out/],
  [['--format', 'csv', '--student', 'adda'], /unknown student adda \(did you mean ada\?\)/],
  [['--format', 'csv', '--roster', '/nowhere.csv'], /cannot be read/],
  [[], /format/],
])('%j is wrong usage', async (words, message) => {
  const { code, err } = await run('report', results, ...words);
  expect([code, err]).toEqual([2, expect.stringMatching(message)]);
});

test('a folder without results, and a file of somebody else, are refused', async () => {
  expect((await run('report', folder, '-f', 'csv')).code).toBe(2);
  const { code, err } = await run('report', results, '-f', 'csv', '-o', roster);
  expect([code, err]).toEqual([2, expect.stringMatching(/exists and is not a report of backproof/)]);
});
