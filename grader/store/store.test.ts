import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../text/errors.ts';
import { Store } from './store.ts';
import { idsOf, newFolder, REQUEST, readAll, recordOf, viewedIds } from './store-fixture.ts';
import { viewResults } from './view-results.ts';

async function folderWith(...ids: string[]): Promise<string> {
  const folder = newFolder();
  const store = await Store.open(folder, REQUEST);
  for (const id of ids) await store.append(recordOf(id));
  await store.close();
  return folder;
}

const textOf = (folder: string): string => readFileSync(join(folder, 'results.jsonl'), 'utf8');
const idsIn = (folder: string): string[] =>
  textOf(folder)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).submission);

describe('appending', () => {
  test('writes one line a record, there as soon as append resolves', async () => {
    const folder = newFolder();
    const store = await Store.open(folder, REQUEST);
    await store.append(recordOf('ada'));
    expect(textOf(folder)).toBe(`${JSON.stringify(recordOf('ada'))}\n`);
    await store.append(recordOf('bob'));
    expect(textOf(folder)).toBe(`${JSON.stringify(recordOf('ada'))}\n${JSON.stringify(recordOf('bob'))}\n`);
    await store.close();
    expect(readdirSync(folder).sort()).toEqual(['backproof.json', 'results.jsonl']);
  });

  test('what is read is what was appended, with any id', async () => {
    const ids = ['', '__proto__', 'a\nb', 'a\u2028b', 'ada', 'lone\ud800', 'x'.repeat(5000), 'ü', '😀'].sort();
    const folder = await folderWith(...ids);
    const store = await Store.open(folder, REQUEST);
    expect(await idsOf(store)).toEqual(ids);
    expect(await store.record('a\nb')).toEqual(recordOf('a\nb'));
    expect(await store.record('nobody')).toBeNull();
    await store.close();
  });

  test('the index holds what the runner compares', async () => {
    const folder = newFolder();
    const store = await Store.open(folder, REQUEST);
    await store.append(recordOf('ada'));
    await store.append(recordOf('bob', { status: 'invalid', sourceHash: null, points: 0, message: 'bob.ts is empty' }));
    const view = await viewResults(folder);
    for (const results of [store, view]) {
      expect(results.records.get('ada')).toMatchObject({
        sourceHash: 'sha256:ada',
        oracleHash: 'sha256:o',
        status: 'graded',
        points: 8.5,
      });
      expect(results.records.get('bob')).toMatchObject({
        sourceHash: null,
        status: 'invalid',
        message: 'bob.ts is empty',
      });
    }
    await view.close();
    await store.close();
  });

  test('a record that replaces another, or lies between others, is kept at once and settled in order', async () => {
    const folder = await folderWith('b', 'd', 'f');
    const store = await Store.open(folder, REQUEST);
    await store.append(recordOf('d', { points: 1 }));
    await store.append(recordOf('a'));
    await store.append(recordOf('g'));
    await store.append(recordOf('d', { points: 2 }));
    expect(idsIn(folder)).toEqual(['b', 'd', 'f', 'g']);
    expect(await idsOf(store)).toEqual(['a', 'b', 'd', 'f', 'g']);
    expect((await store.record('d'))?.points).toBe(2);
    expect(await viewedIds(folder)).toEqual(['a', 'b', 'd', 'f', 'g']);
    await store.settle();
    expect(idsIn(folder)).toEqual(['a', 'b', 'd', 'f', 'g']);
    expect(existsSync(join(folder, 'results.pending.jsonl'))).toBe(false);
    expect((await store.record('d'))?.points).toBe(2);
    await store.append(recordOf('c'));
    await store.append(recordOf('h'));
    await store.close();
    expect(idsIn(folder)).toEqual(['a', 'b', 'c', 'd', 'f', 'g', 'h']);
  });

  test('calls that do not wait for each other are kept in the order of the calls', async () => {
    const folder = newFolder();
    const store = await Store.open(folder, REQUEST);
    await Promise.all(['a', 'b', 'c', 'd'].map((id) => store.append(recordOf(id))));
    await store.close();
    expect(idsIn(folder)).toEqual(['a', 'b', 'c', 'd']);
    await expect(store.append(recordOf('e'))).rejects.toThrow(/are closed/);
  });

  test('a record of another seed or assignment is refused', async () => {
    const store = await Store.open(newFolder(), REQUEST);
    await expect(store.append(recordOf('ada', { seed: 2 }))).rejects.toThrow(
      'the record of ada is of another seed (2)',
    );
    await expect(store.append(recordOf('ada', { assignment: 'x' }))).rejects.toThrow(/another assignment/);
    expect(store.records.size).toBe(0);
    await store.close();
  });
});

describe('rewriting the whole', () => {
  test('takes lines made from its own records', async () => {
    const folder = await folderWith('a', 'b', 'c');
    const store = await Store.open(folder, REQUEST);
    await store.append(recordOf('b', { points: 3 }));
    await store.replaceAll(
      (async function* () {
        for await (const record of store.read()) {
          if (record.submission !== 'a') yield JSON.stringify({ ...record, maxPoints: 20 });
        }
      })(),
    );
    expect((await readAll(store)).map(({ submission, points, maxPoints }) => [submission, points, maxPoints])).toEqual([
      ['b', 3, 20],
      ['c', 8.5, 20],
    ]);
    await store.close();
    expect(idsIn(folder)).toEqual(['b', 'c']);
  });

  test.each([
    ['out of order', ['b', 'a'].map((id) => JSON.stringify(recordOf(id))), /out of order/],
    ['twice', ['a', 'a'].map((id) => JSON.stringify(recordOf(id))), /out of order/],
    ['no record', ['{}'], /is not a backproof record/],
    ['more than a line', [JSON.stringify(recordOf('a'), null, 2)], /holds an end of line/],
  ])('refuses lines that are %s, and leaves all as it was', async (_, lines, message) => {
    const folder = await folderWith('a', 'z');
    const before = textOf(folder);
    const store = await Store.open(folder, REQUEST);
    await expect(
      store.replaceAll(
        (async function* () {
          yield* lines;
        })(),
      ),
    ).rejects.toThrow(message);
    expect(await idsOf(store)).toEqual(['a', 'z']);
    await store.close();
    expect(textOf(folder)).toBe(before);
    expect(readdirSync(folder).sort()).toEqual(['backproof.json', 'results.jsonl']);
  });
});

describe('the folder is kept for one assignment, seed, key and oracle', () => {
  test('a seed is kept, and needs not be named again', async () => {
    const folder = await folderWith('ada');
    const again = await Store.open(folder, { ...REQUEST, seed: null });
    expect(await again.secret()).toBe(1);
    await again.close();
  });

  test.each([
    [{ assignment: 'training' }, /holds results of the assignment all, not training: name another --out$/],
    [{ assignmentHash: 'sha256:b' }, /of another version of the assignment all/],
    [{ seed: 2 }, /of the seed 1, not 2/],
    [{ seed: null, keyFile: '/nowhere/key' }, /of the seed 1, not of a key: name another --out, or leave --key out$/],
    [{ perSource: true }, /on the same inputs for every source: name another --out, or leave --per-source out$/],
    [{ oracle: 'cpu' }, /by the oracle wasm, not cpu: name another --out, or --oracle wasm$/],
  ])('another is refused: %j', async (change, message) => {
    const folder = await folderWith('ada');
    const before = textOf(folder);
    await expect(Store.open(folder, { ...REQUEST, ...change })).rejects.toThrow(UsageError);
    await expect(Store.open(folder, { ...REQUEST, ...change })).rejects.toThrow(message);
    expect(textOf(folder)).toBe(before);
    expect(readdirSync(folder).sort()).toEqual(['backproof.json', 'results.jsonl']);
  });

  test('files that are not ours but named like ours are left alone', async () => {
    for (const [name, text] of [
      ['results.jsonl', 'mine\n'],
      ['backproof.json', '{"mine": 1}'],
      ['backproof.json', 'mine'],
    ] as const) {
      const folder = newFolder();
      mkdirSync(folder);
      writeFileSync(join(folder, name), text);
      await expect(Store.open(folder, REQUEST)).rejects.toThrow(UsageError);
      expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
      expect(readdirSync(folder)).toEqual([name]);
    }
  });

  test('a folder or a link in the place of results.jsonl is refused', async () => {
    for (const make of [mkdirSync, (path: string) => symlinkSync('/etc/hostname', path)]) {
      const folder = await folderWith();
      rmSync(join(folder, 'results.jsonl'));
      make(join(folder, 'results.jsonl'));
      await expect(Store.open(folder, REQUEST)).rejects.toThrow(/results\.jsonl is not a regular file, so not ours/);
    }
  });

  test('a file in the place of the folder, or above it, ends in one line', async () => {
    const folder = newFolder();
    writeFileSync(folder, '');
    await expect(Store.open(folder, REQUEST)).rejects.toThrow(/out cannot be written: it is a file: name a folder$/);
    await expect(Store.open(join(folder, 'deep'), REQUEST)).rejects.toThrow(/it is a file or lies in one/);
  });

  test('it can be opened again without knowing its assignment, and viewed', async () => {
    const folder = await folderWith('ada');
    const store = await Store.reopen(folder);
    const { keyFile: _, assignmentArgument: __, ...kept } = REQUEST;
    expect(store.header).toEqual({ ...kept, keyHash: null });
    expect(await viewedIds(folder)).toEqual(['ada']);
    await store.close();
    await expect(Store.reopen(dirname(folder))).rejects.toThrow(/holds no results/);
    await expect(viewResults(join(folder, 'nowhere'))).rejects.toThrow(/holds no results/);
  });
});

describe('a file that was cut or damaged', () => {
  test('a torn last line is dropped, wherever it was torn, and nothing else', async () => {
    const folder = await folderWith('ada', 'bob');
    const whole = textOf(folder);
    const first = whole.indexOf('\n') + 1;
    for (let size = first; size < whole.length - 1; size += 7) {
      writeFileSync(join(folder, 'results.jsonl'), whole);
      truncateSync(join(folder, 'results.jsonl'), size);
      expect(await viewedIds(folder)).toEqual(['ada']);
      const store = await Store.open(folder, REQUEST);
      expect(await idsOf(store)).toEqual(['ada']);
      expect(textOf(folder)).toBe(whole.slice(0, first));
      await store.append(recordOf('bob'));
      await store.close();
      expect(textOf(folder)).toBe(whole);
    }
  });

  test('a whole last line that only lacks its end is kept', async () => {
    const folder = await folderWith('ada', 'bob');
    const whole = textOf(folder);
    truncateSync(join(folder, 'results.jsonl'), Buffer.byteLength(whole) - 1);
    const store = await Store.open(folder, REQUEST);
    expect(await idsOf(store)).toEqual(['ada', 'bob']);
    await store.append(recordOf('cy'));
    await store.close();
    expect(idsIn(folder)).toEqual(['ada', 'bob', 'cy']);
  });

  test('zeros that a power cut left at the end are dropped', async () => {
    for (const tail of ['\0'.repeat(4096), `${'\0'.repeat(100)}"durationMs":1}\n`]) {
      const folder = await folderWith('ada');
      const whole = textOf(folder);
      appendFileSync(join(folder, 'results.jsonl'), tail);
      await (await Store.open(folder, REQUEST)).close();
      expect(textOf(folder)).toBe(whole);
    }
  });

  test.each([
    ['not JSON', 'garbage', /results\.jsonl:2 is not JSON: fix or remove that line/],
    ['zeros', '\0\0\0', /results\.jsonl:2 is not JSON/],
    ['empty', '', /results\.jsonl:2 is not JSON/],
    ['no record', '{"schema":"x"}', /:2 is not a backproof record/],
    ['of another seed', JSON.stringify(recordOf('b', { seed: 7 })), /:2 is of another seed \(7\)/],
    ['a record twice', JSON.stringify(recordOf('a')), /holds two records of "a"/],
  ])('a line in the middle that is %s is named, and nothing is overwritten', async (_, line, message) => {
    const folder = await folderWith('a', 'c');
    const [first, last] = textOf(folder).split('\n');
    const bad = `${first}\n${line}\n${last}\n`;
    writeFileSync(join(folder, 'results.jsonl'), bad);
    await expect(Store.open(folder, REQUEST)).rejects.toThrow(UsageError);
    await expect(Store.open(folder, REQUEST)).rejects.toThrow(message);
    await expect(viewResults(folder)).rejects.toThrow(message);
    expect(textOf(folder)).toBe(bad);
    expect(readdirSync(folder).sort()).toEqual(['backproof.json', 'results.jsonl']);
  });

  test('records out of order are brought into order', async () => {
    const folder = await folderWith('a', 'b', 'c');
    const [a, b, c] = textOf(folder).split('\n');
    writeFileSync(join(folder, 'results.jsonl'), `${c}\n${a}\n${b}\n`);
    await (await Store.open(folder, REQUEST)).close();
    expect(idsIn(folder)).toEqual(['a', 'b', 'c']);
  });

  test('a kill between the rewriting and the removal of what was pending loses and doubles nothing', async () => {
    const folder = await folderWith('a', 'b', 'c');
    const pending = [recordOf('b', { points: 1 }), recordOf('aa')]
      .map((record) => `${JSON.stringify(record)}\n`)
      .join('');
    for (let again = 0; again < 2; again += 1) {
      writeFileSync(join(folder, 'results.pending.jsonl'), `${pending}{"torn`);
      writeFileSync(join(folder, 'results.jsonl.tmp'), 'half');
      const store = await Store.open(folder, REQUEST);
      expect((await store.record('b'))?.points).toBe(1);
      expect(idsIn(folder)).toEqual(['a', 'aa', 'b', 'c']);
      await store.close();
      expect(readdirSync(folder).sort()).toEqual(['backproof.json', 'results.jsonl']);
    }
  });
});

test('ten thousand records are appended, read and opened again without holding them', async () => {
  const folder = await folderWith();
  const filler = 'x'.repeat(2000);
  const exercises = [{ name: 'softmax', status: 'correct', points: 1, maxPoints: 1, checks: [], filler }] as never;
  const many = Array.from({ length: 10_000 }, (_, n) =>
    JSON.stringify(recordOf(`s${String(n).padStart(5, '0')}`, { exercises })),
  );
  writeFileSync(join(folder, 'results.jsonl'), `${many.join('\n')}\n`);
  const store = await Store.open(folder, REQUEST);
  expect(store.records.size).toBe(10_000);
  expect(await idsOf(store)).toHaveLength(10_000);
  await store.append(recordOf('s00000x'));
  await store.close();
  expect(idsIn(folder).slice(0, 3)).toEqual(['s00000', 's00000x', 's00001']);
});
