import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Oracles } from '../../oracle/oracles.ts';
import type { SubmissionRecord } from '../../record/record.ts';
import { keyHashOf } from '../../secret/secret.ts';
import { type Ran, run, temporaryFolder } from './command-fixture.ts';

// The section Secret of a class of the contract.

/** A class of one wrong submission and its twin with a comment, which has another source hash. */
function newClass(): { grade: (...more: string[]) => Promise<Ran>; folder: string; out: string; key: () => string } {
  const folder = temporaryFolder();
  const out = join(folder, 'out');
  mkdirSync(join(folder, 'class'));
  writeFileSync(join(folder, 'week.json'), '{"title":"W","exercises":[{"name":"relu","points":10}]}');
  for (const id of ['ada', 'bob'])
    writeFileSync(join(folder, 'class', `${id}.js`), `export const relu = (z) => Math.abs(z); // ${id}`);
  const grade = (...more: string[]): Promise<Ran> =>
    run('grade', join(folder, 'class'), '-a', join(folder, 'week.json'), '-o', out, '--jobs', '1', ...more);
  return { grade, folder, out, key: () => readFileSync(join(out, 'key'), 'utf8').trim() };
}

function recordsIn(out: string): SubmissionRecord[] {
  const lines = readFileSync(join(out, 'results.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as SubmissionRecord);
}

test('without a seed records have a key hash, and the key is nowhere but in its file', async () => {
  const { grade, out, key } = newClass();
  const { code, out: printed, err } = await grade();
  expect(code).toBe(0);
  expect(err).toMatch(/^backproof: .* is read as a plain class folder: .*\n$/);
  for (const { seed, keyHash, exercises } of recordsIn(out)) {
    expect({ seed, keyHash }).toEqual({ seed: null, keyHash: keyHashOf(key()) });
    expect(exercises[0]?.counterexample?.seed).toBeNull();
  }
  const others = readdirSync(out).filter((name) => name !== 'key');
  for (const text of [printed, ...others.map((name) => readFileSync(join(out, name), 'latin1'))]) {
    expect(text).not.toContain(key());
  }
  expect((await grade('--json')).out).toContain(keyHashOf(key()));
});

test.each([[[]], [['--per-source']]])('replay and regrade read the key (%j)', async (more) => {
  const { grade, out } = newClass();
  expect((await grade(...more)).code).toBe(0);
  const replayed = await run('replay', 'ada', '--out', out);
  expect(replayed.out).toContain('drawn    from the key of the results');
  expect(replayed.out).toContain('reproduced, bit for bit');
  expect(replayed.code).toBe(0);
  writeFileSync(
    join(out, 'results.jsonl'),
    readFileSync(join(out, 'results.jsonl'), 'utf8').replaceAll(/"oracleHash":"[^"]*"/g, '"oracleHash":"old"'),
  );
  const regraded = await run('regrade', out, '--json');
  expect(JSON.parse(regraded.out)).toMatchObject({
    rows: [
      { kept: null, changes: [] },
      { kept: null, changes: [] },
    ],
  });
  writeFileSync(join(out, 'key'), '0'.repeat(32));
  expect(await run('replay', 'ada', '--out', out)).toMatchObject({
    code: 2,
    err: expect.stringContaining('is not the key that the results'),
  });
});

test('runs that share a key give the same bits; a folder of another key is refused', async () => {
  const [one, two] = [newClass(), newClass()];
  const key = join(one.folder, 'shared.key');
  for (const { grade } of [one, two]) expect((await grade('--key', key)).code).toBe(0);
  const plain = (record: SubmissionRecord): unknown => {
    const { startedAt: _, durationMs: __, ...rest } = record;
    return rest;
  };
  expect(recordsIn(two.out).map(plain)).toEqual(recordsIn(one.out).map(plain));
  expect(await one.grade('--key', join(one.folder, 'another.key'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('another.key'),
  });
  expect(await one.grade('--seed', '3')).toMatchObject({
    code: 2,
    err: expect.stringContaining('drawn from a key, not from the seed 3'),
  });
});

test('a seed is for trials, which is said once, and goes with no key', async () => {
  const { grade } = newClass();
  const { err } = await grade('--seed', '3');
  expect(err.match(/a seed is for trials and demonstrations/g)).toHaveLength(1);
  expect((await grade()).err).not.toMatch(/seed/);
  for (const more of [['--key', 'some.key'], ['--per-source']]) {
    expect(await grade('--seed', '3', ...more)).toMatchObject({
      code: 2,
      err: expect.stringContaining('cannot be used'),
    });
  }
});

test('a key file without a name, as of a variable that is not set, is wrong usage', async () => {
  for (const name of ['', ' ']) {
    const { code, err } = await newClass().grade('--key', name);
    expect(code).toBe(2);
    expect(err).toContain('expected the name of a file');
  }
});

test('each source meets inputs of its own, the same each time', async () => {
  const key = '0123456789abcdef0123456789abcdef';
  const mild = async (sourceHash: string): Promise<string> => {
    const { mild: cases } = await new Oracles(key, 'cpu', 'sha256:o').getFor(sourceHash, 'relu');
    return JSON.stringify(cases.filter(({ path }) => path !== null).map(({ args }) => args));
  };
  const [a, again, b] = [await mild('sha256:a'), await mild('sha256:a'), await mild('sha256:b')];
  expect(again).toBe(a);
  expect(b).not.toBe(a);
});

test.skipIf(process.platform === 'win32')('what shows hidden inputs is its owner alone to read', async () => {
  const { grade, out } = newClass();
  await grade();
  const modes = Object.fromEntries(
    ['results.jsonl', 'report.html', 'drawings.jsonl', 'key'].map((name) => [
      name,
      statSync(join(out, name)).mode & 0o777,
    ]),
  );
  expect(modes).toEqual({ 'results.jsonl': 0o600, 'report.html': 0o600, 'drawings.jsonl': 0o600, key: 0o600 });
});
