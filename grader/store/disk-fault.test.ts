import { chmodSync, mkdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { UsageError } from '../text/errors.ts';
import { diskFault, onDisk } from './disk-fault.ts';
import { Store } from './store.ts';
import { newFolder, REQUEST } from './store-fixture.ts';

test.each(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'ENOTDIR', 'EEXIST', 'ENAMETOOLONG'])(
  '%s is one clear line',
  async (code) => {
    const refusal = Object.assign(new Error('write failed'), { code });
    const fault = await onDisk('out/results.jsonl', () => Promise.reject(refusal)).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(UsageError);
    expect((fault as Error).message).toMatch(/^out\/results\.jsonl cannot be written: [^\n]+$/);
  },
);

test('other errors pass as they are', () => {
  const bug = new TypeError('x');
  expect(diskFault('out', bug)).toBe(bug);
});

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'a folder that may not be written to',
  async () => {
    const folder = newFolder();
    mkdirSync(folder);
    chmodSync(folder, 0o500);
    await expect(Store.open(folder, REQUEST)).rejects.toThrow(/cannot be written: permission denied/);
  },
);
