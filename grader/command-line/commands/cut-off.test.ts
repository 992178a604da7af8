import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newClass, RIGHT } from './download-fixture.ts';

// A class of 900, of which one submission is graded, since here only what is said about the others counts.

const IDS = Array.from({ length: 900 }, (_, i) => `s${i}`);
const CLASS = Object.fromEntries(IDS.map((id) => [`${id}.js`, `${RIGHT}// ${id}\n`]));
const ONE = ['--only', 's0'];

function rosterText(idOf: (i: number) => string): string {
  return `id,name,email\n${IDS.map((_, i) => `${idOf(i)},"Last, First ${i}",${idOf(i)}@x.org\n`).join('')}`;
}

test('a roster that matches half is one line before anything is graded, with counts and the first names', async () => {
  const { folder, grade, records } = newClass(CLASS);
  const roster = join(folder, 'roster.csv');
  writeFileSync(
    roster,
    rosterText((i) => (i % 2 === 0 ? `s${i}` : `u${i}`)),
  );
  const { code, err } = await grade('--roster', roster, ...ONE);
  expect(code).toBe(0);
  expect(err.split('\n').filter((line) => line.includes('roster'))).toEqual([
    expect.stringMatching(
      /^backproof: 450 of 900 submissions have no student in the roster \(s1, s3, .* and 440 more\), and 450 of its 900 students no submission \(u1, u3, .* and 440 more\): /,
    ),
  ]);
  expect(records().map(({ submission }) => submission)).toEqual(['s0']);
});

test('a roster or a zip that was cut off is one line, and nothing is graded, lost or graded twice', async () => {
  const { folder, out, grade, records } = newClass(CLASS);
  const whole = rosterText((i) => `s${i}`);
  const roster = join(folder, 'roster.csv');
  const zip = join(folder, 'class.zip');
  const zipBytes = readFileSync(zip);
  const kept = (): string[] => ['results.jsonl', 'run.json'].map((name) => readFileSync(join(out, name), 'utf8'));

  writeFileSync(roster, whole.slice(0, whole.indexOf('First 450')));
  const first = await grade('--roster', roster, ...ONE);
  expect(first).toEqual({
    code: 2,
    out: '',
    err: `backproof: ${roster}:452: a cell that begins with a quote never ends: was the file cut off? Export it again\n`,
  });

  writeFileSync(roster, whole);
  expect((await grade('--roster', roster, ...ONE)).code).toBe(0);
  const before = kept();

  writeFileSync(roster, whole.slice(0, whole.indexOf('s450,') + 2));
  const second = await grade('--roster', roster, ...ONE);
  expect(second).toEqual({
    code: 2,
    out: '',
    err: `backproof: ${roster}:452: the last line ends after 1 of 3 cells: was the file cut off? Export it again\n`,
  });
  writeFileSync(roster, whole);
  for (const length of [zipBytes.length / 2, zipBytes.length - 10]) {
    writeFileSync(zip, zipBytes.subarray(0, length));
    const third = await grade('--roster', roster, ...ONE);
    expect(third).toMatchObject({ code: 2, out: '' });
    expect(third.err).toMatch(
      /^backproof: .*class\.zip is not a zip file, or its end is missing \(was it cut off\?\): download it again\n$/,
    );
  }
  expect(kept()).toEqual(before);

  writeFileSync(zip, zipBytes);
  const last = await grade('--roster', roster, '--json', ...ONE);
  expect(JSON.parse(last.out)).toMatchObject({ graded: 0, kept: 1 });
  expect(records()).toHaveLength(1);
});
