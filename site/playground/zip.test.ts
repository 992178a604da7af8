import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readZip } from '../../grader/class/read-zip.ts';
import { SizeBudget } from '../../grader/class/size-budget.ts';
import { packed, unpacked } from './zip.ts';

const LIMITS = { sourceKiB: 512 };
const FILES = [
  { path: 'math.ts', code: 'export const e = "é";\n' },
  { path: 'lib/softmax.ts', code: 'export function softmax() {}\n' },
];

describe('an exported zip', () => {
  test('is what the grader reads', async () => {
    const { files } = await readZip(Buffer.from(packed(FILES)), 'work.zip', new SizeBudget(LIMITS), () => false);
    const read = files.map(({ path, bytes }) => ({ path, code: Buffer.from(bytes).toString('utf8') }));
    expect(read).toEqual(FILES);
  });

  test('can be imported again', async () => {
    const { files, others } = await unpacked(packed(FILES), 'work.zip', LIMITS);
    expect([files, others]).toEqual([FILES.toReversed(), 0]);
  });
});

describe('an imported zip', () => {
  test('has the folder around all of it taken off, and what is no code counted', async () => {
    const zip = zipSync({
      'ada/softmax.ts': strToU8('1'),
      'ada/readme.md': strToU8('2'),
      'ada/.git/config.ts': strToU8('3'),
      '__MACOSX/ada/._softmax.ts': strToU8('4'),
    });
    expect(await unpacked(zip, 'ada.zip', LIMITS)).toEqual({ files: [{ path: 'softmax.ts', code: '1' }], others: 1 });
  });

  test('may spell names in UTF-8 without saying so, as on macOS', async () => {
    const zip = zipSync({ 'größe.ts': strToU8('1') });
    // Takes the flag out of both headers.
    for (let at = 0; at < zip.length - 4; at += 1) {
      const isLocal = zip[at] === 0x50 && zip[at + 1] === 0x4b && zip[at + 2] === 3 && zip[at + 3] === 4;
      const isCentral = zip[at] === 0x50 && zip[at + 1] === 0x4b && zip[at + 2] === 1 && zip[at + 3] === 2;
      if (isLocal) zip[at + 7] = 0;
      if (isCentral) zip[at + 9] = 0;
    }
    const { files } = await unpacked(zip, 'ada.zip', LIMITS);
    expect(files.map(({ path }) => path)).toEqual(['größe.ts'.normalize('NFC')]);
  });

  test.each<[string, Uint8Array, string]>([
    ['is empty', new Uint8Array(), 'ada.zip is empty'],
    ['is none', strToU8('hello'), 'ada.zip is not a zip file that can be read: invalid zip data'],
    ['holds no code', zipSync({ 'a.txt': strToU8('1') }), 'ada.zip holds no .ts, .js or .mjs file'],
    [
      'holds a file of 5 MB',
      zipSync({ 'big.ts': new Uint8Array(5_000_000) }),
      'big.ts is larger than the 512 KiB of source that are allowed',
    ],
    [
      'leads out of itself',
      zipSync({ '../a.ts': strToU8('1') }),
      'ada.zip holds "../a.ts", a path that leads out of the archive',
    ],
    ['is not UTF-8', zipSync({ 'a.ts': Uint8Array.of(0xff, 0xff) }), 'a.ts is not valid UTF-8: save it again as UTF-8'],
    [
      'has a thousand files and one',
      zipSync(Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`${n}.ts`, strToU8('1')]))),
      'ada.zip holds 1001 entries, more than 1000',
    ],
  ])('that %s is refused in one line', async (_, zip, message) => {
    await expect(unpacked(zip, 'ada.zip', LIMITS)).rejects.toThrow(message);
  });

  test('is never inflated further than it declares', async () => {
    const zip = zipSync({ 'a.ts': strToU8('x'.repeat(400_000)) });
    const view = new DataView(zip.buffer);
    for (let at = 0; at < zip.length - 4; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 5, true);
    const { files } = await unpacked(zip, 'ada.zip', LIMITS);
    expect(files[0]?.code.length).toBeLessThanOrEqual(5);
  });
});
