import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { storedRecords, type TinyClass, timelessRecords, tinyClass } from './class-fixture.ts';
import { type Ran, run, temporaryFolder } from './command-fixture.ts';

// `merge`: what it refuses, and what it makes of shards. The class is graded once; each test has copies of its shards.

const COUNT = 3;
const COPIED = `export function sigmoid(z) {\n${'  z = z + 0 * (1 - 1);\n'.repeat(20)}  return 1 / (1 + Math.exp(-z));\n}\n`;

let small: TinyClass;
let shards: string[];
let key: string;

function gradeShard(number: number, out: string, ...more: string[]): Promise<Ran> {
  const shard = ['--shard', `${number}/${COUNT}`, '--key', key, '--out', out];
  return run('grade', small.class, '-a', small.assignment, '--jobs', '1', ...shard, ...more);
}

beforeAll(async () => {
  small = tinyClass({ keep: true });
  key = join(small.folder, 'class.key');
  for (let n = 0; n < 9; n++) small.handIn(`s${n}`);
  // Alike, and in different shards.
  small.handIn('s1', COPIED);
  for (const id of ['s4', 's7', 's8']) small.handIn(id, `// ${id}\n${COPIED.replaceAll('z', 'x')}`);
  small.handIn('broken', 'export const sigmoid = (');
  shards = Array.from({ length: COUNT }, (_, n) => join(small.folder, 'shards', String(n + 1)));
  for (const [n, out] of shards.entries()) expect((await gradeShard(n + 1, out)).code).toBe(0);
  const whole = ['-a', small.assignment, '--jobs', '1', '--key', key, '--out', small.out];
  expect((await run('grade', small.class, ...whole)).code).toBe(0);
});

afterAll(() => rmSync(small.folder, { recursive: true, force: true }));

/** Copies of the shards, to be spoilt, and the folder that they are merged into. */
function copies(): { dirs: string[]; out: string; merge: (...dirs: string[]) => Promise<Ran> } {
  const folder = temporaryFolder();
  const dirs = shards.map((shard, n) => {
    const copy = join(folder, `shard${n + 1}`);
    cpSync(shard, copy, { recursive: true });
    return copy;
  });
  const out = join(folder, 'merged');
  return { dirs, out, merge: (...words) => run('merge', ...words, '--out', out, '--class', small.class) };
}

test('the records are bit for bit those of one run, copies in other shards included', async () => {
  const { dirs, out, merge } = copies();
  const { code, out: text } = await merge(...dirs.toReversed());
  expect(code).toBe(0);
  expect(text).toContain('10 submissions: 9 graded, 1 invalid');
  expect(timelessRecords(out)).toEqual(timelessRecords(small.out));
  expect(storedRecords(out).filter(({ similarTo }) => similarTo.length === 3)).toHaveLength(4);
  for (const name of ['key', 'backproof.json', 'fingerprints.jsonl', 'results.csv'])
    expect(readFileSync(join(out, name), 'utf8')).toBe(readFileSync(join(small.out, name), 'utf8'));
});

test('the merged folder goes on like any other: grade, regrade, replay, decide, report', async () => {
  const { dirs, out, merge } = copies();
  await merge(...dirs);
  const again = await run('grade', small.class, '-a', small.assignment, '--jobs', '1', '--out', out, '--json');
  expect(JSON.parse(again.out)).toMatchObject({ graded: 0, kept: 10, total: 10 });
  expect((await run('regrade', out, '--jobs', '1')).out).toContain('0 records change');
  expect((await run('replay', 's1', '--out', out)).out).toContain('reproduced, bit for bit');
  expect((await run('decide', out, 's1', '-e', 'sigmoid', '--points', '3', '--reason', 'asked')).code).toBe(0);
  expect((await run('report', out, '--format', 'csv')).out).toMatch(/^s1,graded,correct,3,3,10,/m);
  // Merged once more, what was decided stays.
  expect((await merge(...dirs)).code).toBe(0);
  expect(storedRecords(out).find(({ submission }) => submission === 's1')?.points).toBe(3);
});

test('a shard that was run twice, or is named twice, counts once', async () => {
  const { dirs, out, merge } = copies();
  const twice = `${dirs[1]}-again`;
  expect((await gradeShard(2, twice)).code).toBe(0);
  expect((await merge(...dirs, twice, join(dirs[0] ?? '', '.'))).code).toBe(0);
  expect(timelessRecords(out)).toEqual(timelessRecords(small.out));
});

test('a shard that was run twice with other records is refused', async () => {
  const { dirs, merge } = copies();
  const [, second = ''] = dirs;
  const twice = `${second}-again`;
  cpSync(second, twice, { recursive: true });
  const submission = storedRecords(twice)[0]?.submission ?? '';
  await run('decide', twice, submission, '-e', 'sigmoid', '--points', '1', '--reason', 'asked');
  await expectRefused(merge(...dirs, twice), `${second} and ${twice} are both shard 2/3, and their records differ`);
});

test('shards of different rosters are merged with the first one, and that is said', async () => {
  const { dirs, out, merge } = copies();
  const [first = '', second = '', third = ''] = dirs;
  const rosterIn = (name: string, text: string): string => {
    const path = join(first, '..', name);
    writeFileSync(path, text);
    return path;
  };
  const kept = (): unknown => JSON.parse(readFileSync(join(out, 'run.json'), 'utf8')).roster;
  expect((await merge(...dirs)).err).toBe('');
  const one = rosterIn('one.csv', 'id,name\ns1,Ada L\n');
  const copy = rosterIn('copy.csv', 'id,name\ns1,Ada L\n');
  const other = rosterIn('other.csv', 'id,name\ns1,Ada M\n');
  await gradeShard(2, second, '--roster', one);
  const some = await merge(...dirs);
  expect(some.err).toMatch(
    /^backproof: the shards were graded with different rosters \(none: 1\/3, 3\/3; .*one\.csv: 2\/3\): kept .* is .*one\.csv, .*\n$/,
  );
  expect(some.code).toBe(0);
  expect(kept()).toBe('../one.csv');
  await gradeShard(1, first, '--roster', copy);
  await gradeShard(3, third, '--roster', other);
  expect((await merge(...dirs)).err).toMatch(
    /\(.*copy\.csv: 1\/3, 2\/3; .*other\.csv: 3\/3\): kept .* is .*copy\.csv, /,
  );
  expect(kept()).toBe('../copy.csv');
  await gradeShard(3, third, '--roster', one);
  expect((await merge(...dirs)).err).toBe('');
});

test('a roster that only the merged folder was graded with outlasts another merge', async () => {
  const { dirs, out, merge } = copies();
  await merge(...dirs);
  const roster = join(out, '..', 'roster.csv');
  writeFileSync(roster, 'id,excused\ns1,yes\n');
  const grade = ['grade', small.class, '-a', small.assignment, '--jobs', '1', '--out', out];
  expect((await run(...grade, '--roster', roster)).code).toBe(0);
  expect((await merge(...dirs)).err).toBe('');
  await run(...grade);
  expect(storedRecords(out).find(({ submission }) => submission === 's1')?.excused).toBe(true);
});

test('missing shards are named', async () => {
  const { dirs, merge } = copies();
  await expectRefused(
    merge(dirs[1] ?? ''),
    'shards 1/3, 3/3 are missing: grade them, or name their folders; nothing was merged',
  );
  await expectRefused(
    merge(...dirs.slice(0, 2)),
    'shard 3/3 is missing: grade it, or name its folder; nothing was merged',
  );
});

test('a shard that was stopped midway is named, unless the same shard came to its end elsewhere', async () => {
  const { dirs, merge } = copies();
  const [first = '', second = ''] = dirs;
  cpSync(first, `${first}-whole`, { recursive: true });
  rmSync(join(first, 'fingerprints.jsonl'));
  const lines = readFileSync(join(second, 'results.jsonl'), 'utf8').split('\n');
  writeFileSync(join(second, 'results.jsonl'), lines.slice(1).join('\n'));
  await expectRefused(
    merge(...dirs),
    `shards 1/3 in ${first}, 2/3 in ${second} were stopped midway or still run: run the same \`backproof grade\` again, it goes on from there; nothing was merged`,
  );
  expect((await gradeShard(2, second)).code).toBe(0);
  expect((await merge(...dirs, `${first}-whole`)).code).toBe(0);
});

test('shards of another key, seed, assignment, number or oracle are refused', async () => {
  const { dirs, merge } = copies();
  const [first = '', , third = ''] = dirs;
  const others = { key: `${third}-key`, seed: `${third}-seed`, count: `${third}-count` };
  const own = (...words: string[]): Promise<Ran> =>
    run('grade', small.class, '-a', small.assignment, '--jobs', '1', ...words);
  await own('--shard', '3/3', '--key', join(small.folder, 'other.key'), '--out', others.key);
  await expectRefused(merge(first, others.key), `${others.key} is drawn from another key than ${first}`);
  await own('--shard', '3/3', '--seed', '4', '--out', others.seed);
  await expectRefused(merge(first, others.seed), `${others.seed} is drawn from another key than ${first}`);
  await own('--shard', '3/4', '--key', key, '--out', others.count);
  await expectRefused(
    merge(first, others.count),
    `${others.count} is shard 3/4, of another number of shards than ${first}`,
  );
  for (const [change, message] of [
    [{ assignment: 'v' }, 'is of another assignment (v, not w)'],
    [{ assignmentHash: 'sha256:00' }, 'is of another version of the assignment w'],
    [{ oracle: 'cpu' }, 'is by another oracle (cpu, not wasm)'],
  ] as const) {
    const copy = `${third}-changed`;
    cpSync(third, copy, { recursive: true });
    edit(join(copy, 'backproof.json'), (json) => ({ ...json, ...change }));
    if ('assignment' in change) editLines(join(copy, 'results.jsonl'), (json) => ({ ...json, ...change }));
    await expectRefused(merge(first, copy), `${copy} ${message} than ${first}`);
    rmSync(copy, { recursive: true });
  }
  editLines(join(third, 'results.jsonl'), (json) => ({ ...json, oracleHash: 'sha256:00' }));
  await expectRefused(merge(...dirs), `${third} is by other oracles (another version of backproof) than ${first}`);
});

test('shards of a class that had other submissions are refused', async () => {
  const { dirs, merge } = copies();
  const [first = '', , third = ''] = dirs;
  const file = join(third, 'fingerprints.jsonl');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"classHash":"[^"]*"/, '"classHash":"sha256:00"'));
  await expectRefused(
    merge(...dirs),
    `the class had other submissions when ${third} was graded than when ${first} was: run \`backproof grade\` in both again`,
  );
});

test('results of a whole class, and a folder without results, are refused', async () => {
  const { dirs, merge } = copies();
  await expectRefused(merge(...dirs, small.out), `${small.out} holds results of a whole class, not of a shard`);
  await expectRefused(merge(...dirs, small.class), `${small.class} holds no results`);
});

test('shards copied without their key need it named, and the right one', async () => {
  const { dirs, out, merge } = copies();
  for (const dir of dirs) rmSync(join(dir, 'key'));
  await expectRefused(merge(...dirs), 'no shard has the key that it is drawn from: name it with --key');
  const other = join(small.folder, 'wrong.key');
  writeFileSync(other, `${'0'.repeat(32)}\n`);
  await expectRefused(merge(...dirs, '--key', other), `${other} is not the key that the shards are drawn from`);
  expect((await merge(...dirs, '--key', key)).code).toBe(0);
  expect(readFileSync(join(out, 'key'), 'utf8')).toBe(readFileSync(key, 'utf8'));
});

test('a shard is a folder of its own: it is taken for no other part of the class', async () => {
  const { dirs } = copies();
  const [first = ''] = dirs;
  await expectRefused(
    gradeShard(2, first),
    `${first} holds results of shard 1/3, not of shard 2/3: name another --out, or --shard 1/3`,
  );
  const whole = run('grade', small.class, '-a', small.assignment, '--out', first);
  await expectRefused(whole, `${first} holds results of shard 1/3, not of the whole class`);
  await expectRefused(gradeShard(1, small.out), `${small.out} holds results of a whole class, not of shard 1/3`);
  await expectRefused(
    run('grade', small.class, '-a', small.assignment, '--shard', '1/3', '--out', `${first}-new`),
    '--shard needs --key FILE, which all shards of a class share',
  );
  expect((await gradeShard(1, first, '--json')).out).toContain('"shard":"1/3"');
  expect((await run('merge', first, '--out', first)).err).toContain('are missing');
});

test('a shard without a submission is one of the class all the same', async () => {
  const one = tinyClass();
  one.handIn('ada');
  const dirs = ['1', '2'].map((number) => join(one.folder, number));
  for (const [n, dir] of dirs.entries()) {
    const words = ['grade', one.class, '-a', one.assignment, '--seed', '3', '--jobs', '1'];
    const { code } = await run(...words, '--shard', `${n + 1}/2`, '--out', dir);
    expect(code).toBe(0);
  }
  const { code, out: text } = await run('merge', ...dirs, '--out', one.out, '--json');
  expect(code).toBe(0);
  expect(JSON.parse(text)).toMatchObject({ shards: 2, total: 1, infraErrors: 0, absent: [] });
});

test('a merge that is killed between two steps is whole when it is run again', async () => {
  const { dirs, out, merge } = copies();
  await merge(...dirs);
  const before = timelessRecords(out);
  // As after a kill: records of the shards, not yet compared with each other, and no reports.
  editLines(join(out, 'results.jsonl'), (json) => ({ ...json, similarTo: [] }));
  renameSync(join(out, 'report.html'), join(out, 'gone.html'));
  expect((await merge(...dirs)).code).toBe(0);
  expect(timelessRecords(out)).toEqual(before);
});

async function expectRefused(running: Promise<Ran>, message: string): Promise<void> {
  const { code, out, err } = await running;
  expect(err).toContain(`backproof: ${message}`);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect([code, out]).toEqual([2, '']);
}

type Json = Record<string, unknown>;

function edit(path: string, change: (json: Json) => Json): void {
  writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8')) as Json)));
}

function editLines(path: string, change: (json: Json) => Json): void {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  writeFileSync(path, lines.map((line) => `${JSON.stringify(change(JSON.parse(line) as Json))}\n`).join(''));
}
