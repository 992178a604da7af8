import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { asNobody, folderOf, LIMITS } from '../class/class-fixture.ts';
import { folderTree } from '../class/folder-tree.ts';
import { Unreadable } from '../class/read-bytes.ts';
import { readSingle, readSubmission } from '../class/read-submission.ts';
import { makeZip } from '../class/zip-fixture.ts';
import { UsageError } from '../text/errors.ts';
import { readAll } from './layout-fixture.ts';

const CODE = 'export const relu = (x) => x;\n';

describe('what is code', () => {
  test('a .ts, .js or .mjs file is read as it is', async () => {
    const all = await readAll(folderOf({ 'ada.ts': CODE, 'bob.js': CODE, 'cy.mjs': CODE, 'dan.TS': CODE }));
    expect(all.ada).toMatchObject({ id: 'ada', files: [{ path: 'ada.ts', code: CODE }], problem: null });
    expect(all.bob?.files).toEqual([{ path: 'bob.js', code: CODE }]);
    expect(all.cy?.files).toEqual([{ path: 'cy.mjs', code: CODE }]);
    expect(all.dan?.files).toEqual([{ path: 'dan.ts', code: CODE }]);
  });

  test('of a folder, code is read from it and the folders in it, sorted; the rest is ignored', async () => {
    const all = await readAll(
      folderOf({
        'ada/z.ts': CODE,
        'ada/lib/math.js': CODE,
        'ada/notes.md': 'x',
        'ada/.hidden.ts': 'x',
        'ada/.git/a.ts': 'x',
        'ada/__MACOSX/a.ts': 'x',
        'ada/node_modules/lib/index.js': 'x',
        'ada/inner.zip': 'x',
        'ada/report.pdf': Buffer.from([0xff]),
      }),
    );
    expect(all.ada?.problem).toBeNull();
    expect(all.ada?.files.map(({ path }) => path)).toEqual(['lib/math.js', 'z.ts']);
  });

  test.each([['ada.pdf'], ['ada'], ['ada.tsx'], ['ada.tar.gz'], ['ada.mts']])(
    '%s is not code, and the message says so',
    async (name) => {
      const [only] = Object.values(await readAll(folderOf({ [name]: CODE })));
      expect(only).toMatchObject({ files: [], sourceHash: null });
      expect(only?.problem).toBe(
        `${name} is not code: hand in a .ts, .js or .mjs file, a folder or a .zip of such files`,
      );
    },
  );

  test('a folder without code says so', async () => {
    const folder = folderOf({ 'ada/notes.md': 'x' });
    mkdirSync(join(folder, 'bob'));
    const all = await readAll(folder);
    expect(all.ada?.problem).toBe('ada holds no .ts, .js or .mjs file');
    expect(all.bob?.problem).toBe('bob holds no .ts, .js or .mjs file');
  });

  test('the same id twice names both', async () => {
    const all = await readAll(folderOf({ 'ada.ts': CODE, 'ada.zip': 'x', 'bob.ts': CODE }));
    expect(all.ada?.problem).toBe('the id ada is there more than once: ada.ts and ada.zip; leave one of them');
    expect(all.bob?.problem).toBeNull();
  });

  test('the same id two thousand times names the first, and how many more', async () => {
    const files = Array.from({ length: 2005 }, (_, n) => [`ada.x${String(n).padStart(4, '0')}`, 'x']);
    const { ada } = await readAll(folderOf(Object.fromEntries(files)));
    expect(ada?.problem).toBe(
      'the id ada is there more than once: ada.x0000, ada.x0001, ada.x0002, ada.x0003, ada.x0004 and 2,000 more; leave one of them',
    );
  });

  test('two names that are one path are refused', async () => {
    const all = await readAll(
      folderOf({ 'ada/\u00e9.ts': CODE, 'ada/e\u0301.ts': CODE, 'bob/a.ts': CODE, 'bob/a.TS': CODE }),
    );
    expect(all.ada?.problem).toBe('ada holds \u00e9.ts twice');
    expect(all.bob?.problem).toBe('bob holds a.ts twice');
  });
});

describe('what is in a file', () => {
  test('a byte order mark is taken off', async () => {
    const all = await readAll(folderOf({ 'ada.ts': `\uFEFF${CODE}` }));
    expect(all.ada?.files[0]?.code).toBe(CODE);
  });

  test('what is not UTF-8 says so', async () => {
    const all = await readAll(
      folderOf({
        'ada.ts': Buffer.from('// f\xfcr', 'latin1'),
        'bob.ts': Buffer.from(`\uFEFF${CODE}`, 'utf16le'),
        'cy/a.ts': CODE,
        'cy/b.ts': Buffer.from([0xc0, 0x80]),
      }),
    );
    expect(all.ada?.problem).toBe('ada.ts is not valid UTF-8: save it again as UTF-8');
    expect(all.bob?.problem).toBe('bob.ts is UTF-16, not UTF-8: save it again as UTF-8');
    expect(all.cy?.problem).toBe('b.ts is not valid UTF-8: save it again as UTF-8');
  });

  test('an empty file is a problem, beside one with code it is none', async () => {
    const all = await readAll(
      folderOf({
        'ada.ts': '',
        'bob.ts': ' \n',
        'cy.ts': '\uFEFF',
        'dan/a.ts': '',
        'dan/b.ts': '\n',
        'eve/a.ts': '',
        'eve/b.ts': CODE,
      }),
    );
    expect(all.ada?.problem).toBe('ada.ts is empty');
    expect(all.bob?.problem).toBe('bob.ts is empty');
    expect(all.cy?.problem).toBe('cy.ts is empty');
    expect(all.dan?.problem).toBe('the files in dan are empty');
    expect(all.eve?.problem).toBeNull();
  });

  test('the size of a file, and of all together, is bounded to the byte', async () => {
    const half = 'x'.repeat(512);
    const all = await readAll(
      folderOf({
        'ada.ts': half + half,
        'bob.ts': `${half}${half}x`,
        'cy/a.ts': half,
        'cy/b.ts': half,
        'dan/a.ts': half,
        'dan/b.ts': `${half}x`,
        'huge.ts': Buffer.alloc(5_000_000, 'x'),
      }),
      { sourceKiB: 1 },
    );
    expect(all.ada?.problem).toBeNull();
    expect(all.bob?.problem).toBe('bob.ts is larger than the 1 KiB of source that are allowed');
    expect(all.cy?.problem).toBeNull();
    expect(all.dan?.problem).toBe('the files together are larger than the 1 KiB of source that are allowed');
    expect(all.huge?.problem).toBe('huge.ts is larger than the 1 KiB of source that are allowed');
  });

  test('a folder of more than a thousand files is refused', async () => {
    const folder = folderOf(Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`ada/${n}.txt`, ''])));
    expect((await readAll(folder)).ada?.problem).toBe('ada holds more than 1000 files');
  });
});

describe('what is not a file', () => {
  test('a link is not followed, neither in the class nor inside a folder', async () => {
    const secret = folderOf({ 'secret.ts': CODE, 'lib/secret.ts': CODE });
    const folder = folderOf({ 'cy/own.ts': CODE });
    symlinkSync(join(secret, 'secret.ts'), join(folder, 'ada.ts'));
    symlinkSync(join(secret, 'lib'), join(folder, 'bob'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling.ts'));
    symlinkSync(join(secret, 'secret.ts'), join(folder, 'cy', 'linked.ts'));
    symlinkSync(join(secret, 'lib'), join(folder, 'cy', 'lib'));
    mkdirSync(join(folder, 'dan'));
    symlinkSync('/etc/passwd', join(folder, 'dan', 'a.ts'));
    symlinkSync('..', join(folder, 'dan', 'loop'));
    const all = await readAll(folder);
    const aLink =
      'a link, and links are not followed: hand in a .ts, .js or .mjs file, a folder or a .zip of such files';
    expect(all.ada?.problem).toBe(`ada.ts is ${aLink}`);
    expect(all.bob?.problem).toBe(`bob is ${aLink}`);
    expect(all.dangling?.problem).toBe(`dangling.ts is ${aLink}`);
    expect(all.cy?.files.map(({ path }) => path)).toEqual(['own.ts']);
    expect(all.dan?.problem).toBe('dan holds no .ts, .js or .mjs file (links are not followed)');
    expect(JSON.stringify(all)).not.toContain('root:');
  });

  test.skipIf(spawnSync('mkfifo', ['--version']).error !== undefined)('a named pipe never blocks', async () => {
    const folder = folderOf({ 'bob/own.ts': CODE });
    execFileSync('mkfifo', [join(folder, 'ada.ts'), join(folder, 'bob', 'pipe.ts'), join(folder, 'cy.zip')]);
    const all = await readAll(folder);
    expect(all.ada?.problem).toMatch(/^ada\.ts is a named pipe: hand in/);
    expect(all.cy?.problem).toMatch(/^cy\.zip is a named pipe: hand in/);
    expect(all.bob?.files.map(({ path }) => path)).toEqual(['own.ts']);
  });

  test.skipIf(process.platform === 'win32')('a socket is not a submission', async () => {
    const folder = folderOf({});
    const server = createServer().listen(join(folder, 'ada.ts'));
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    expect((await readAll(folder)).ada?.problem).toMatch(/^ada\.ts is a socket: hand in/);
  });

  test.skipIf(process.platform === 'win32')('a device is not a submission', async () => {
    expect((await readSingle('/dev/null', LIMITS)).problem).toMatch(/^null is a device: hand in/);
    expect((await readSingle('/dev/zero', LIMITS)).problem).toMatch(/^zero is a device: hand in/);
  });

  test('what has gone since the class was listed is a problem, not a crash', async () => {
    const folder = folderOf({});
    const gone = await readSubmission(
      folderTree(folder),
      { id: 'ada', parts: [{ path: 'ada.ts', name: 'ada.ts' }] },
      LIMITS,
    );
    expect(gone.problem).toMatch(/^ada\.ts is not there any more/);
  });

  test("a class folder that has gone is nobody's problem", async () => {
    const gone = join(folderOf({}), 'gone');
    const read = readSubmission(folderTree(gone), { id: 'ada', parts: [{ path: 'ada.ts', name: 'ada.ts' }] }, LIMITS);
    await expect(read).rejects.toThrow(/^the class folder .*gone is not there any more: run the same command again/);
  });

  test.skipIf(process.platform === 'win32')(
    'a file that this account may not read costs no student any points',
    async () => {
      const folder = folderOf({ 'ada.ts': CODE, 'bob/a.ts': CODE, 'cy/a.ts': CODE });
      chmodSync(folder, 0o755);
      for (const locked of ['ada.ts', 'bob', 'cy/a.ts']) chmodSync(join(folder, locked), 0);
      onTestFinished(() => chmodSync(join(folder, 'bob'), 0o700));
      await asNobody(async () => {
        const read = (name: string): Promise<unknown> =>
          readSubmission(folderTree(folder), { id: name, parts: [{ path: name, name }] }, LIMITS).catch(
            (error: unknown) => error,
          );
        expect(await read('ada.ts')).toEqual(new Unreadable('permission denied for ada.ts: let this account read it'));
        expect(await read('bob')).toEqual(new Unreadable('permission denied for bob: let this account read it'));
        expect(await read('cy')).toEqual(new Unreadable('permission denied for a.ts: let this account read it'));
        const single = readSingle(join(folder, 'ada.ts'), LIMITS);
        await expect(single).rejects.toThrow(UsageError);
        await expect(single).rejects.toThrow(/ada\.ts cannot be read: permission denied/);
      });
    },
  );

  test.skipIf(process.platform !== 'linux')(
    'a name that is not UTF-8 is a problem of its submission alone',
    async () => {
      const folder = folderOf({ 'bob.ts': CODE });
      writeFileSync(Buffer.concat([Buffer.from(`${folder}/\xfc`, 'latin1'), Buffer.from('.ts')]), CODE);
      const all = await readAll(folder);
      expect(all['\uFFFD']?.problem).toMatch(/its name is not valid UTF-8$/);
      expect(all.bob?.problem).toBeNull();
    },
  );

  test('names are shown short, on one line', async () => {
    const folder = folderOf({ [`a\n\u001b[31m${'x'.repeat(150)}.pdf`]: '' });
    const [only] = Object.values(await readAll(folder));
    expect(only?.id).toBe(`a\n\u001b[31m${'x'.repeat(150)}`);
    expect(only?.problem).toMatch(/^a\\u000a\\u001b\[31mx+… is not code/);
  });
});

describe('the hash of the source', () => {
  test('is equal for equal sources, in any file or archive', async () => {
    const all = await readAll(
      folderOf({
        'ada.ts': CODE,
        'bob.ts': CODE,
        'cy/other.ts': CODE,
        'dan.zip': makeZip([{ name: 'top/x.ts', data: CODE }]),
        'eve.js': CODE,
        'fay.ts': `${CODE} `,
      }),
    );
    expect(all.ada?.sourceHash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(all.bob?.sourceHash).toBe(all.ada?.sourceHash);
    expect(all.cy?.sourceHash).toBe(all.ada?.sourceHash);
    expect(all.dan?.sourceHash).toBe(all.ada?.sourceHash);
    expect(new Set([all.ada?.sourceHash, all.eve?.sourceHash, all.fay?.sourceHash]).size).toBe(3);
  });

  test('of several files counts names and contents, and where one ends', async () => {
    const all = await readAll(
      folderOf({
        'a/x.ts': '1',
        'a/y.ts': '2',
        'b/x.ts': '1',
        'b/y.ts': '2',
        'c/x.ts': '2',
        'c/y.ts': '1',
        'd/x.ts': '1',
        'd/z.ts': '2',
        'e/x.ts': '1y.ts2',
        'f.zip': makeZip([
          { name: 'y.ts', data: '2' },
          { name: 'x.ts', data: '1' },
        ]),
      }),
    );
    expect(all.b?.sourceHash).toBe(all.a?.sourceHash);
    expect(all.f?.sourceHash).toBe(all.a?.sourceHash);
    expect(new Set(['a', 'c', 'd', 'e'].map((id) => all[id]?.sourceHash)).size).toBe(4);
  });
});

describe('a single submission', () => {
  test('is a file, a folder or a zip', async () => {
    const folder = folderOf({ 'ada.ts': CODE, 'bob/a.ts': CODE, 'cy.zip': makeZip([{ name: 'a.ts', data: CODE }]) });
    for (const [name, id] of [
      ['ada.ts', 'ada'],
      ['bob', 'bob'],
      ['bob/', 'bob'],
      ['cy.zip', 'cy'],
    ] as const) {
      expect(await readSingle(`${folder}/${name}`, LIMITS)).toMatchObject({
        id,
        problem: null,
        files: [{ code: CODE }],
      });
    }
  });

  test('of a wrong path is wrong usage', async () => {
    const folder = folderOf({ 'ada.ts': CODE });
    await expect(readSingle(join(folder, 'bob.ts'), LIMITS)).rejects.toThrow(UsageError);
    await expect(readSingle(join(folder, 'ada.ts', 'x.ts'), LIMITS)).rejects.toThrow(
      /x\.ts does not exist: name a \.ts/,
    );
  });
});
