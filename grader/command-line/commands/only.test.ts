import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { storedRecords, type TinyClass, timelessRecords, tinyClass } from './class-fixture.ts';
import { run } from './command-fixture.ts';

// `grade --only`: a part of a class.

const COPIED = `export function sigmoid(z) {\n${'  z = z + 0 * (1 - 1);\n'.repeat(20)}  return 1 / (1 + Math.exp(-z));\n}\n`;

let small: TinyClass;

beforeEach(() => {
  small = tinyClass();
  for (const id of ['ada', 'bela', 'chen']) small.handIn(id);
});

function ids(): string[] {
  return storedRecords(small.out).map(({ submission }) => submission);
}

test('grades the students that are named, and the next run the others', async () => {
  const some = await small.grade('--only', 'chen', 'ada');
  expect(some.code).toBe(0);
  expect(some.out).toContain('2 submissions: 2 graded');
  expect(ids()).toEqual(['ada', 'chen']);
  expect(JSON.parse((await small.grade('--json')).out)).toMatchObject({ graded: 1, kept: 2, absent: [] });
  expect(ids()).toEqual(['ada', 'bela', 'chen']);
});

test('shows those alone, and keeps all other records as they are', async () => {
  await small.grade();
  const before = timelessRecords(small.out);
  small.handIn('bela', 'export const sigmoid = (z) => z;');
  const { out: text } = await small.grade('--only', 'bela');
  expect(text).toContain('1 submission: 1 graded');
  const after = timelessRecords(small.out);
  expect([after[0], after[2]]).toEqual([before[0], before[2]]);
  expect(storedRecords(small.out)[1]?.exercises[0]?.status).toBe('wrong');
});

test('compares those with all others, also when the last run did not come to its end', async () => {
  for (const interrupted of [false, true]) {
    small.handIn('ada', COPIED);
    await small.grade();
    if (interrupted) rmSync(join(small.out, 'fingerprints.jsonl'));
    small.handIn('bela', `// mine\n${COPIED.replaceAll('z', 'x')}`);
    await small.grade('--only', 'bela');
    expect(storedRecords(small.out).map(({ similarTo }) => similarTo)).toEqual([['bela'], ['ada'], []]);
    small.handIn('bela');
    await small.grade();
    expect(storedRecords(small.out).map(({ similarTo }) => similarTo)).toEqual([[], [], []]);
  }
});

test('finds a name whether its accents are composed or not', async () => {
  small.handIn('s\u00f8r\u00e9n'.normalize('NFD'));
  expect((await small.grade('--only', 's\u00f8r\u00e9n')).code).toBe(0);
  expect(ids()).toEqual(['s\u00f8r\u00e9n']);
});

test('a student who is not in the class is wrong usage, and nothing is graded', async () => {
  const { code, err } = await small.grade('--only', 'ada', 'bella');
  expect(err).toBe(
    `backproof: --only bella: the class folder ${small.class} holds no such submission (did you mean bela?)\n`,
  );
  expect(code).toBe(2);
});

test('of several who are not in the class each is named', async () => {
  const { code, err } = await small.grade('--only', 'zoe', 'ada', 'bella', 'y');
  expect(err).toBe(
    `backproof: --only: the class folder ${small.class} holds none of these submissions: zoe, bella (did you mean bela?), y\n`,
  );
  expect(code).toBe(2);
  expect((await small.grade('--only', 'zoe', 'y')).err).toMatch(
    /: zoe, y; expected the name of an entry, without its extension\n$/,
  );
});

test('is not combined with --shard or --prune', async () => {
  expect((await small.grade('--only', 'ada', '--shard', '1/2')).code).toBe(2);
  expect((await small.grade('--only', 'ada', '--prune')).code).toBe(2);
});

test('where the assignment changed, the message says how to bring the results to it', async () => {
  await small.grade();
  small.setPoints(12);
  const { code, err } = await small.grade();
  expect(code).toBe(2);
  expect(err).toContain(
    `npx backproof regrade --assignment '${small.assignment}' --write '${small.out}' brings them to this one`.replaceAll(
      "'",
      '',
    ),
  );
  expect((await run('regrade', small.out, '--assignment', small.assignment, '--write', '--jobs', '1')).code).toBe(0);
  expect((await small.grade()).code).toBe(0);
});

test('where the changed assignment is in a file of another name, too', async () => {
  await small.grade();
  const renamed = join(small.folder, 'w-2.json');
  small.setPoints(12);
  renameSync(small.assignment, renamed);
  const { code, err } = await small.grade('-a', renamed);
  expect(code).toBe(2);
  expect(err).toBe(
    `backproof: ${small.out} holds results of the assignment w, not w-2: name another --out; or, if it is another version of w, ` +
      `call the file w.json, and npx backproof regrade --assignment ${small.assignment} --write ${small.out} brings them to it\n`,
  );
  renameSync(renamed, small.assignment);
  expect((await run('regrade', small.out, '--assignment', small.assignment, '--write', '--jobs', '1')).code).toBe(0);
  expect((await small.grade('-a', 'training')).err).toMatch(/, not training: name another --out\n$/);
});

test('where the class folder moved, the message names --class', async () => {
  await small.grade();
  const moved = join(small.folder, 'moved');
  renameSync(small.class, moved);
  for (const words of [
    ['regrade', small.out, '--jobs', '1'],
    ['replay', 'ada', '--out', small.out],
  ]) {
    const { code, err } = await run(...words);
    expect(code).toBe(2);
    expect(err).toMatch(/^backproof: the class that was graded, .*class, is not there any more: .*--class\b.*\n$/);
    expect((await run(...words, '--class', moved)).code).toBe(0);
  }
});
