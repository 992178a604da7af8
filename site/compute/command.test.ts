import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { commandLine } from './command.ts';

const BIN = fileURLToPath(new URL('../../grader/bin.mjs', import.meta.url));

/** What a shell prints for a command line, in which `backproof` is the checkout's. */
function printed(command: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'backproof-command-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'backproof'), `#!/bin/sh\nexec ${process.execPath} ${BIN} "$@"\n`, { mode: 0o755 });
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` };
  return execFileSync('sh', ['-c', command], { encoding: 'utf8', env });
}

test('a shell computes the same from the command line', () => {
  expect(printed(commandLine('softmax', [[[0, 0, -Infinity]]], 'reference'))).toBe('[[0.5,0.5,0]]\n');
  expect(printed(commandLine('softmax', [[[0, 0]]], 'cpu'))).toBe('[[0.5,0.5]]\n');
});

test('quotes, backslashes and what a shell would run are words', () => {
  const words = ["o'neill", '\\n', '$(reboot)', '%s'];
  expect(printed(commandLine('bleu', [words, [words], { maxOrder: 1 }], 'reference'))).toBe('1\n');
});
