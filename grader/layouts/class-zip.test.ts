import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { folderOf, LIMITS } from '../class/class-fixture.ts';
import { type FixtureEntry, makeZip } from '../class/zip-fixture.ts';
import { cpuSeconds } from '../cpu-seconds-fixture.ts';
import { type OpenClass, openClass } from './open-class.ts';

// The zip of a class as it was downloaded, and what can be wrong with it.

const CODE = 'export const relu = (z) => z;\n';
const canvas = (n: number): string => `student${n}x_${12_000 + n}_${67_000 + n}_softmax.ts`;

function packed(bytes: Buffer, name = 'class.zip'): string {
  const path = join(folderOf({}), name);
  writeFileSync(path, bytes);
  return path;
}

async function opened(...entries: FixtureEntry[]): Promise<OpenClass> {
  const result = await openClass(packed(makeZip(entries)));
  onTestFinished(() => result.close());
  return result;
}

async function problems({ entries, read }: OpenClass): Promise<Record<string, string | null>> {
  const all = await Promise.all(entries.map((entry) => read(entry, LIMITS)));
  return Object.fromEntries(all.map(({ id, problem }) => [id, problem]));
}

test('is read as the folder would be, entry by entry', async () => {
  const { layout, entries, read } = await opened(
    { name: canvas(1), data: CODE },
    { name: canvas(2), data: CODE, stored: true },
    { name: '__MACOSX/._x', data: 'x' },
  );
  expect(layout).toBe('canvas');
  expect(entries.map(({ id }) => id)).toEqual(['student1x_12001', 'student2x_12002']);
  for (const entry of entries) expect((await read(entry, LIMITS)).files).toEqual([{ path: 'softmax.ts', code: CODE }]);
});

test('may have a folder around the class, also around a plain one', async () => {
  const moodle = await opened({ name: 'HW 1/Ada Lovelace_9_assignsubmission_file/a/hw.ts', data: CODE });
  expect([moodle.layout, moodle.entries[0]?.id]).toEqual(['moodle', 'Ada Lovelace_9']);
  const plain = await opened({ name: 'class/ada.ts', data: CODE }, { name: 'class/bob/b.ts', data: CODE });
  expect(plain.entries.map(({ id }) => id)).toEqual(['ada', 'bob']);
  expect(plain.notes).toEqual(['the folder class around all entries is taken off']);
});

test('a path that leads out of it is left out and named, and nothing is written', async () => {
  const path = packed(
    makeZip([
      { name: canvas(1), data: CODE },
      { name: '../../evil_1_2_a.ts', data: CODE },
      { name: '/etc/evil.ts', data: CODE },
      { name: `a\u0007_1_2_a.ts`, data: CODE },
    ]),
  );
  const result = await openClass(path);
  onTestFinished(() => result.close());
  expect(result.entries.map(({ id }) => id)).toEqual(['student1x_12001']);
  expect(result.notes).toEqual([
    'the zip holds "../../evil_1_2_a.ts", a path that leads out of the archive: left out',
    'the zip holds "/etc/evil.ts", a path that leads out of the archive: left out',
    'the zip holds an entry with a control character in its name: left out',
  ]);
  expect(readdirSync(join(path, '..'))).toEqual(['class.zip']);
});

test('links, bombs and damaged entries cost their own student alone', async () => {
  const zip = await opened(
    { name: canvas(1), data: CODE },
    { name: canvas(2), data: '/etc/passwd', mode: 0o120777 },
    { name: canvas(3), data: Buffer.alloc(2_000_000) },
    { name: canvas(4), data: Buffer.alloc(2_000_000), declaredSize: 10 },
    { name: canvas(5), data: CODE, crc: 1 },
    { name: canvas(6), data: CODE, method: 99 },
    { name: canvas(1), data: 'export const relu = () => 1;\n' },
  );
  expect(await problems(zip)).toEqual({
    student1x_12001: null,
    student2x_12002: expect.stringMatching(/^softmax\.ts is a link, and links are not followed/),
    student3x_12003: 'softmax.ts is larger than the 512 KiB of source that are allowed',
    student4x_12004: 'softmax.ts is damaged: it unpacks to more than it declares',
    student5x_12005: 'softmax.ts is damaged: its checksum is wrong',
    student6x_12006: 'softmax.ts is packed by method 99: zip it the usual way (deflate)',
  });
  expect(zip.notes).toEqual([`the zip holds ${canvas(1)} twice: only the first one is read`]);
});

test('a zip that was cut off, is empty or encrypted is wrong usage, in a line that says what to do', async () => {
  const good = makeZip(Array.from({ length: 50 }, (_, i) => ({ name: canvas(i), data: CODE })));
  for (const part of [good.subarray(0, good.length / 2), good.subarray(0, 100), Buffer.alloc(0), Buffer.from(CODE)])
    await expect(openClass(packed(part))).rejects.toThrow(
      /class\.zip is not a zip file, or its end is missing \(was it cut off\?\): download it again$/,
    );
  await expect(openClass(packed(makeZip([])))).rejects.toThrow(/holds no submissions/);
  await expect(openClass(packed(makeZip([{ name: canvas(1), data: CODE, flags: 0x801 }])))).rejects.toThrow(
    /is encrypted: unpack it with its password/,
  );
});

test("a student's zip in it is read, and a zip in that is named", async () => {
  const inner = makeZip([{ name: 'relu.ts', data: CODE }]);
  const zip = await opened(
    { name: 'fay_12350_678907_hw.zip', data: makeZip([{ name: 'hw/relu.ts', data: CODE }]) },
    { name: 'gus_12351_678908_hw.zip', data: makeZip([{ name: 'hw/inner.zip', data: inner }]) },
    { name: 'hal_12352_678909_hw.zip', data: inner.subarray(0, 40) },
  );
  expect(await problems(zip)).toEqual({
    fay_12350: null,
    gus_12351:
      'hw.zip holds no .ts, .js or .mjs file, only the archive hw/inner.zip in it: hand in the files themselves, or one .zip of them',
    hal_12352: expect.stringMatching(/^hw\.zip is not a zip file that can be read/),
  });
});

test('a broken or second archive beside code costs nothing, and what is handed in twice counts once', async () => {
  const zip = await opened(
    { name: 'fay_12350_678907_softmax.ts', data: CODE },
    {
      name: 'fay_12350_678908_all.zip',
      data: makeZip([
        { name: 'softmax.ts', data: CODE },
        { name: 'b.ts', data: '1;' },
      ]),
    },
    { name: 'gus_12351_678909_softmax.ts', data: CODE },
    { name: 'gus_12351_678910_all.zip', data: 'PK' },
  );
  const [fay, gus] = await Promise.all(zip.entries.map((entry) => zip.read(entry, LIMITS)));
  expect(fay?.files.map(({ path }) => path)).toEqual(['all/b.ts', 'softmax.ts']);
  expect(gus).toMatchObject({ problem: null, leftOut: [{ name: 'all.zip' }] });
});

test('twenty thousand files are listed at once', async () => {
  const entries = Array.from({ length: 20_000 }, (_, i) => ({ name: canvas(i), data: 'x', stored: true }));
  const path = packed(makeZip(entries));
  const seconds = await cpuSeconds(async () => {
    const result = await openClass(path);
    expect(result.entries).toHaveLength(20_000);
    await result.close();
  });
  expect(seconds).toBeLessThan(10);
});
