import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin.mjs', import.meta.url));

const list = (stdout: number | 'pipe') =>
  spawnSync(process.execPath, [BIN, 'list'], { stdio: ['ignore', stdout, 'pipe'] });

test('what is printed into a file is what is printed into a pipe', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'backproof-stdout-')), 'list.txt');
  expect(list(openSync(file, 'a')).status).toBe(0);
  expect(readFileSync(file, 'utf8')).toBe(String(list('pipe').stdout));
});

test.runIf(existsSync('/dev/full'))('a full disk is one clear line and no success', () => {
  const { status, stderr } = list(openSync('/dev/full', 'w'));
  expect(String(stderr)).toBe('backproof: standard output cannot be written: the disk is full\n');
  expect(status).toBe(1);
});
