import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { timelessRecords } from '../command-line/commands/class-fixture.ts';
import { run } from '../command-line/commands/command-fixture.ts';

// The bundled class in 1, 2, 3 and 8 shards, merged, beside one run: of one exercise, for the sake of time.

const path = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const BIN = path('grader/bin.mjs');
const CLASS = path('examples/class');
/** Fifteen runs, and each starts processes. */
const TIME_OUT = 600_000;

let folder: string;
let whole: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backproof-shards-'));
  const exercises = [{ name: 'softmax', points: 10 }];
  writeFileSync(join(folder, 'one.json'), JSON.stringify({ title: 'One', exercises }));
  whole = join(folder, 'whole');
  expect((await run('grade', ...words(), '--out', whole)).code).toBe(0);
}, TIME_OUT);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function words(): string[] {
  return [CLASS, '--assignment', join(folder, 'one.json'), '--key', join(folder, 'class.key'), '--jobs', '2'];
}

function foldersOf(count: number): string[] {
  return Array.from({ length: count }, (_, n) => join(folder, `of-${count}`, String(n + 1)));
}

test.each([1, 2, 3, 8])('%i shards, merged, are bit for bit one run', { timeout: TIME_OUT }, async (count) => {
  const out = join(folder, `merged-${count}`);
  for (const [n, dir] of foldersOf(count).entries())
    expect((await run('grade', ...words(), '--shard', `${n + 1}/${count}`, '--out', dir)).code).toBe(0);
  expect((await run('merge', ...foldersOf(count), '--out', out)).code).toBe(0);
  expect(timelessRecords(out)).toEqual(timelessRecords(whole));
  for (const name of ['results.csv', 'fingerprints.jsonl', 'key', 'backproof.json'])
    expect(readFileSync(join(out, name), 'utf8'), name).toBe(readFileSync(join(whole, name), 'utf8'));
  expect(timelessPage(out)).toBe(timelessPage(whole));
});

/** The page without the time and the folder, which its command lines name. */
function timelessPage(out: string): string {
  const page = readFileSync(join(out, 'report.html'), 'utf8');
  return page.replaceAll(out, 'OUT').replace(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, 'TIME');
}

test('a shard that is killed again and again, and requeued, loses nothing and grades nothing twice', {
  timeout: TIME_OUT,
}, async () => {
  const [dir, other] = [join(folder, 'killed-1'), join(folder, 'killed-2')];
  const shard = [...words(), '--shard', '1/2', '--out', dir];
  const results = join(dir, 'results.jsonl');
  const lines = (): string[] => (existsSync(results) ? readFileSync(results, 'utf8').split('\n').slice(0, -1) : []);
  let kept: string[] = [];
  for (const more of [1, 5]) {
    const child = spawn(process.execPath, [BIN, 'grade', ...shard], { stdio: 'ignore' });
    while (child.exitCode === null && lines().length < kept.length + more) await pause(20);
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null)
      await new Promise((resolve) => child.once('exit', resolve));
    // What was graded before is there as it was, the times included.
    expect(lines().slice(0, kept.length)).toEqual(kept);
    kept = lines();
    const { status, stderr } = spawnSync(process.execPath, [BIN, 'merge', dir, other, '--out', join(folder, 'no')], {
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toContain('holds no results');
  }
  expect((await run('grade', ...words(), '--shard', '2/2', '--out', other)).code).toBe(0);
  const early = await run('merge', dir, other, '--out', join(folder, 'no'));
  expect(early.err).toContain(`shard 1/2 in ${dir} was stopped midway or still runs`);
  const last = await run('grade', ...shard, '--json');
  expect(last.code).toBe(0);
  const { graded, total } = JSON.parse(last.out) as { graded: number; total: number };
  expect(graded).toBe(total - kept.length);
  expect((await run('merge', dir, other, '--out', join(folder, 'requeued'))).code).toBe(0);
  expect(timelessRecords(join(folder, 'requeued'))).toEqual(timelessRecords(whole));
});
