import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../text/errors.ts';
import { LOCK, lockFolder } from './lock.ts';
import { newFolder } from './store-fixture.ts';

function folderLockedBy(holder: string): string {
  const folder = newFolder();
  mkdirSync(folder);
  writeFileSync(join(folder, LOCK), holder);
  return folder;
}

const deadPid = (): number => spawnSync(process.execPath, ['-e', '0']).pid;

test('a second run is refused while the first lives, and let in after it', async () => {
  const folder = newFolder();
  mkdirSync(folder);
  const unlock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(UsageError);
  await expect(lockFolder(folder)).rejects.toThrow(
    `another run (process ${process.pid}) writes into ${folder}: wait until it ends`,
  );
  await unlock();
  expect(readdirSync(folder)).toEqual([]);
  await (await lockFolder(folder))();
});

test('the lock of a dead process is taken over', async () => {
  const folder = folderLockedBy(JSON.stringify({ pid: deadPid(), host: hostname(), born: null }));
  const unlock = await lockFolder(folder);
  expect(JSON.parse(readFileSync(join(folder, LOCK), 'utf8')).pid).toBe(process.pid);
  await unlock();
  expect(readdirSync(folder)).toEqual([]);
});

test.skipIf(process.platform !== 'linux')(
  'a process with the same number, born later, does not hold the lock',
  async () => {
    const folder = folderLockedBy(JSON.stringify({ pid: process.pid, host: hostname(), born: 'another boot 123' }));
    await (await lockFolder(folder))();
  },
);

test('the lock of another machine holds, and says what to remove', async () => {
  const folder = folderLockedBy(JSON.stringify({ pid: 1, host: 'elsewhere', born: null }));
  await expect(lockFolder(folder)).rejects.toThrow(`(process 1 on elsewhere)`);
  await expect(lockFolder(folder)).rejects.toThrow(`remove ${join(folder, LOCK)} if there is none`);
});

test('an empty lock is taken over, since its writer was killed in between', async () => {
  for (const text of ['', '{"pid": "x"}', 'null', '{"pid":-1,"host":"x"}'])
    await (await lockFolder(folderLockedBy(text)))();
});

test('of many that find a stale lock at once, one gets it', async () => {
  const folder = folderLockedBy(JSON.stringify({ pid: deadPid(), host: hostname(), born: null }));
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(existsSync(join(folder, LOCK))).toBe(true);
});

test('a lock that was replaced since is not removed by its former holder', async () => {
  const folder = newFolder();
  mkdirSync(folder);
  const unlock = await lockFolder(folder);
  writeFileSync(join(folder, LOCK), 'another');
  await unlock();
  expect(readFileSync(join(folder, LOCK), 'utf8')).toBe('another');
});

test.each([String(deadPid()), ''])(
  'a process that died while it removed a stale lock does not hold others up (%j)',
  async (left) => {
    const folder = folderLockedBy(JSON.stringify({ pid: deadPid(), host: hostname(), born: null }));
    writeFileSync(join(folder, `${LOCK}.takeover`), left);
    await (await lockFolder(folder))();
    expect(readdirSync(folder)).toEqual([]);
  },
);

test('many rounds of many that find a stale lock at once', async () => {
  for (let round = 0; round < 25; round += 1) {
    const folder = folderLockedBy(JSON.stringify({ pid: deadPid(), host: hostname(), born: null }));
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => lockFolder(folder)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  }
});
