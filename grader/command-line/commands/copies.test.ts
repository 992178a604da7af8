import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { run, temporaryFolder } from './command-fixture.ts';

const ADA = `export function softmax(logits) {
  const result = [];
  for (const row of logits) {
    let largest = row[0];
    for (const value of row) if (value > largest) largest = value;
    const powers = [];
    let total = 0;
    for (let j = 0; j < row.length; j++) {
      powers.push(Math.exp(row[j] - largest));
      total += powers[j];
    }
    result.push(powers.map((power) => power / total));
  }
  return result;
}
`;
const BOB = ADA.replaceAll('largest', 'top')
  .replaceAll('powers', 'e')
  .replaceAll('row', 'z')
  .replaceAll('const', 'let');
const CLEO = `export const softmax = (z) => z.map((r) => { const m = Math.max(...r); const d = r.reduce((s, v) => s + Math.exp(v - m), 0); return r.map((v) => Math.exp(v - m) / d); });\n`;

let folder: string;
let classFolder: string;
let out: string;

beforeEach(async () => {
  folder = temporaryFolder();
  classFolder = join(folder, 'class');
  out = join(folder, 'out');
  await mkdir(classFolder);
  for (const [name, code] of Object.entries({ ada: ADA, bob: BOB, cleo: CLEO }))
    writeFileSync(join(classFolder, `${name}.js`), code);
  const assignment = join(folder, 'week.json');
  const exercises = [
    { name: 'softmax', points: 10 },
    { name: 'relu', points: 1 },
  ];
  writeFileSync(assignment, JSON.stringify({ title: 'Week 2', exercises }));
  expect((await run('grade', classFolder, '-a', assignment, '--out', out, '--jobs', '1', '--seed', '1')).code).toBe(0);
});

test('a copy is printed and on a page, which the report of the class leads to', async () => {
  const { code, out: printed, err } = await run('copies', out);
  expect([code, err]).toEqual([0, '']);
  expect(printed).toMatch(/^ *\d+ % {2}softmax {2}ada {2}bob\n/);
  expect(printed).toContain('not compared: relu (too short to tell)');
  expect(printed).not.toContain('cleo');
  expect(printed).toContain('A hint for a person, no proof');
  expect(readFileSync(join(out, 'copies.html'), 'utf8')).toContain('<bdi>ada</bdi> and <bdi>bob</bdi>');
  expect(statSync(join(out, 'copies.html')).mode & 0o077).toBe(0);
  expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('<a href="./copies.html">Copies</a>');
});

test('run again, it writes the same, and --json prints it', async () => {
  await run('copies', out);
  const first = ['copies.json', 'copies.html'].map((name) => readFileSync(join(out, name), 'utf8'));
  const { out: printed } = await run('copies', out, '--json');
  expect(['copies.json', 'copies.html'].map((name) => readFileSync(join(out, name), 'utf8'))).toEqual(first);
  expect(JSON.parse(printed)).toEqual(JSON.parse(first[0] ?? ''));
});

test('a class folder that has moved is asked for, and taken from --class', async () => {
  const moved = join(folder, 'elsewhere');
  renameSync(classFolder, moved);
  const { code, err } = await run('copies', out);
  expect([code, err.match(/--class/g)]).toEqual([2, ['--class']]);
  expect((await run('copies', out, '--class', moved)).out).toContain('softmax  ada  bob');
});

test('another class is refused, and a file that has changed since is named', async () => {
  writeFileSync(join(classFolder, 'bob.js'), CLEO);
  const { out: printed } = await run('copies', out);
  expect(printed).toContain('another source was graded (grade again first): bob');
  for (const name of ['ada', 'cleo']) writeFileSync(join(classFolder, `${name}.js`), '// empty\n');
  const { code, err } = await run('copies', out);
  expect([code, err.includes('name the class with --class, or grade it again')]).toEqual([2, true]);
});

test('a page that is not ours is not replaced', async () => {
  writeFileSync(join(out, 'copies.html'), 'my notes');
  const { code, err } = await run('copies', out);
  expect([code, err.includes('is not a report of backproof')]).toEqual([2, true]);
  expect(readFileSync(join(out, 'copies.html'), 'utf8')).toBe('my notes');
});
