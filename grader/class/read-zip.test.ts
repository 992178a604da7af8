import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cpuSeconds } from '../cpu-seconds-fixture.ts';
import { folderOf, LIMITS } from './class-fixture.ts';
import { readSingle } from './read-submission.ts';
import type { Submission } from './submission.ts';
import { type FixtureEntry, makeZip } from './zip-fixture.ts';

const CODE = 'export const relu = (x) => x;\n';

function readPacked(packed: Buffer, sourceKiB = LIMITS.sourceKiB): Promise<Submission> {
  return readSingle(join(folderOf({ 'ada.zip': packed }), 'ada.zip'), { sourceKiB });
}

const read = (...entries: FixtureEntry[]): Promise<Submission> => readPacked(makeZip(entries));

async function paths(...entries: FixtureEntry[]): Promise<string[]> {
  const { files, problem } = await read(...entries);
  expect(problem).toBeNull();
  return files.map(({ path }) => path);
}

describe('an honest zip', () => {
  test('is read, deflated or stored', async () => {
    const { files } = await read({ name: 'a.ts', data: CODE }, { name: 'b.js', data: CODE, stored: true });
    expect(files).toEqual([
      { path: 'a.ts', code: CODE },
      { path: 'b.js', code: CODE },
    ]);
  });

  test('may have one folder around its files', async () => {
    expect(
      await paths(
        { name: 'top/', mode: 0o40755 },
        { name: 'top/b.ts', data: CODE },
        { name: 'top/lib/a.ts', data: CODE },
      ),
    ).toEqual(['b.ts', 'lib/a.ts']);
    expect(await paths({ name: 'a/b.ts', data: CODE }, { name: 'c/b.ts', data: CODE })).toEqual(['a/b.ts', 'c/b.ts']);
    expect(await paths({ name: 'a/b/c.ts', data: CODE })).toEqual(['b/c.ts']);
    expect(await paths({ name: './a.ts', data: CODE }, { name: './/lib//b.ts', data: CODE })).toEqual([
      'a.ts',
      'lib/b.ts',
    ]);
  });

  test('may hold other things, which are ignored', async () => {
    expect(
      await paths(
        { name: 'a.ts', data: CODE },
        { name: '__MACOSX/._a.ts', data: 'x' },
        { name: '.hidden/b.ts', data: 'x' },
        { name: '._a.ts', data: 'x' },
        { name: 'inner.zip', data: makeZip([{ name: 'b.ts', data: CODE }]) },
        { name: 'report.pdf', data: Buffer.alloc(3_000_000) },
        { name: 'node_modules/x/index.js', data: 'x' },
        { name: 'link.ts', data: '/etc/passwd', mode: 0o120777 },
        { name: 'secret.txt', data: 'x', flags: 1 },
      ),
    ).toEqual(['a.ts']);
  });

  test('may name its files in UTF-8 with or without the flag, in the code page of DOS, and with backslashes', async () => {
    expect(await paths({ name: 'Übung.ts', data: CODE })).toEqual(['Übung.ts']);
    expect(await paths({ name: 'U\u0308bung.ts', data: CODE, flags: 0 })).toEqual(['Übung.ts']);
    expect(await paths({ name: Buffer.from([0x9a, 0x2e, 0x74, 0x73]), data: CODE, flags: 0 })).toEqual(['Ü.ts']);
    expect(await paths({ name: 'lib\\a.ts', data: CODE, flags: 0 }, { name: 'b.ts', data: CODE })).toEqual([
      'b.ts',
      'lib/a.ts',
    ]);
  });
});

describe('an attack is refused', () => {
  test.each([
    ['../evil.ts'],
    ['a/../../evil.ts'],
    ['/etc/evil.ts'],
    ['C:/evil.ts'],
    ['c:evil.ts'],
    ['..\\evil.ts'],
    ['\\\\host\\evil.ts'],
    ['../../etc/passwd'],
    ['a/..'],
  ])('zip slip: %s', async (name) => {
    const { problem, files } = await read({ name: 'a.ts', data: CODE }, { name, data: CODE });
    expect(problem).toBe(`ada.zip holds "${name.replaceAll('\\', '/')}", a path that leads out of the archive`);
    expect(files).toEqual([]);
  });

  test('a control character in a name', async () => {
    for (const name of ['a\0.ts', 'a\n.ts', '\u001b[2J.ts']) {
      expect((await read({ name, data: CODE })).problem).toBe(
        'ada.zip holds an entry with a control character in its name',
      );
    }
  });

  test('only links', async () => {
    const { problem } = await read({ name: 'a.ts', data: '/etc/passwd', mode: 0o120777 });
    expect(problem).toBe('ada.zip holds no .ts, .js or .mjs file (links are not followed)');
  });

  test('the same path twice, in one spelling or two', async () => {
    expect((await read({ name: 'a.ts', data: '1' }, { name: 'a.ts', data: '2' })).problem).toBe(
      'ada.zip holds a.ts twice',
    );
    expect((await read({ name: 'a.ts', data: '1' }, { name: './a.TS', data: '2' })).problem).toBe(
      'ada.zip holds a.ts twice',
    );
  });

  test('an encrypted file', async () => {
    expect((await read({ name: 'a.ts', data: CODE, flags: 0x801 })).problem).toBe(
      'ada.zip/a.ts is encrypted: zip it without a password',
    );
    expect((await read({ name: 'a.ts', data: CODE, flags: 0x841 })).problem).toMatch(
      /strong encryption is not supported/,
    );
  });

  test('an unknown method', async () => {
    expect((await read({ name: 'a.ts', data: CODE, method: 14 })).problem).toMatch(
      /^ada\.zip\/a\.ts is packed by method 14/,
    );
  });

  test('a bomb that says so', async () => {
    const { problem } = await read({ name: 'a.ts', data: Buffer.alloc(50_000_000, 'x') });
    expect(problem).toBe('a.ts is larger than the 512 KiB of source that are allowed');
    const many = Array.from({ length: 6 }, (_, n) => ({ name: `${n}.ts`, data: Buffer.alloc(100_000, 'x') }));
    expect((await read(...many)).problem).toBe(
      'the files together are larger than the 512 KiB of source that are allowed',
    );
  });

  test('a bomb that lies, and is inflated no further than it declares', async () => {
    const packed = makeZip([{ name: 'a.ts', data: Buffer.alloc(200_000_000, 'x'), declaredSize: 1000 }]);
    const seconds = await cpuSeconds(async () =>
      expect((await readPacked(packed)).problem).toBe('ada.zip/a.ts is damaged: it unpacks to more than it declares'),
    );
    expect(seconds).toBeLessThan(2);
    expect((await read({ name: 'a.ts', data: 'x', declaredSize: 0 })).problem).toMatch(/is damaged/);
    expect((await read({ name: 'a.ts', data: 'x', declaredSize: 5 })).problem).toMatch(/unpacks to another size/);
    expect((await read({ name: 'a.ts', data: 'x', stored: true, declaredSize: 5 })).problem).toMatch(
      /cannot|size mismatch/,
    );
  });

  test('more than a thousand entries', async () => {
    const many = Array.from({ length: 1001 }, (_, n) => ({ name: `${n}.txt` }));
    expect((await read(...many)).problem).toBe('ada.zip holds 1001 entries, more than 1000');
  });

  test('an archive larger than can be held', async () => {
    const folder = folderOf({});
    writeFileSync(join(folder, 'ada.zip'), Buffer.alloc(33 * 1024 * 1024));
    expect((await readSingle(join(folder, 'ada.zip'), LIMITS)).problem).toBe('ada.zip is larger than 32 MiB');
  });
});

describe('a broken zip is a problem', () => {
  test('empty, no zip at all, cut short, or damaged', async () => {
    const good = makeZip([{ name: 'a.ts', data: CODE }]);
    expect((await readPacked(Buffer.alloc(0))).problem).toBe('ada.zip is empty');
    expect((await readPacked(Buffer.from(CODE))).problem).toMatch(
      /^ada\.zip is not a zip file that can be read: End of central/,
    );
    expect((await readPacked(good.subarray(0, 60))).problem).toMatch(/^ada\.zip is not a zip file that can be read/);
    expect((await read({ name: 'a.ts', data: CODE, crc: 1 })).problem).toBe(
      'ada.zip/a.ts is damaged: its checksum is wrong',
    );
    expect((await read()).problem).toBe('ada.zip holds no .ts, .js or .mjs file');
    expect((await read({ name: 'a.ts', data: '' })).problem).toBe('ada.zip is empty');
  });

  test('offsets beyond every file, as zip64 can declare them', async () => {
    const locator = Buffer.alloc(20, 0xff);
    locator.write('PK\x06\x07', 'latin1');
    const end = Buffer.alloc(22, 0xff);
    end.write('PK\x05\x06', 'latin1');
    end.writeUInt16LE(0, 20);
    expect((await readPacked(Buffer.concat([locator, end]))).problem).toMatch(
      /^ada\.zip is not a zip file that can be read/,
    );
    const directory = Buffer.alloc(56, 0xff);
    directory.write('PK\x06\x06', 'latin1');
    directory.writeUInt32LE(0, 16);
    directory.writeBigUInt64LE(1n, 32);
    locator.writeBigUInt64LE(0n, 8);
    expect((await readPacked(Buffer.concat([directory, locator, end]))).problem).toMatch(
      /^ada\.zip is not a zip file that can be read/,
    );
  });

  test('with any byte changed, it is read or refused, and never ends the process', async () => {
    const good = makeZip([
      { name: 'top/a.ts', data: CODE },
      { name: 'top/b.ts', data: CODE, stored: true },
    ]);
    const folder = folderOf({});
    const path = join(folder, 'ada.zip');
    for (let at = 0; at < good.length; at += 1) {
      for (const value of [0x00, 0xff, 0x01 ^ (good[at] ?? 0)]) {
        const bad = Buffer.from(good);
        bad[at] = value;
        writeFileSync(path, bad);
        const { problem, files, sourceHash } = await readSingle(path, LIMITS);
        expect(problem === null).toBe(files.length > 0);
        expect(problem === null).toBe(sourceHash !== null);
      }
    }
  });
});
