import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { checkCommandLine, replayCommandLine, takeOverCommandLine } from './command-line.ts';

/** The words after `npx` that a real shell makes of a command line. */
function wordsOf(command: string): string[] {
  return execFileSync('bash', ['-c', command.replace('npx', `printf '%s\\0'`)], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);
}

test('plain names stay plain', () => {
  expect(replayCommandLine('ada', 'softmax', 'results')).toBe(
    'npx backproof replay --exercise softmax --out results ada',
  );
});

test('no name of a student or folder acts in a shell, or is read as an option', () => {
  expect(wordsOf(replayCommandLine("-rf $(id) 'x'", 'softmax', '-out; ls'))).toEqual([
    'backproof',
    'replay',
    '--exercise',
    'softmax',
    '--out=-out; ls',
    '--',
    "-rf $(id) 'x'",
  ]);
  expect(wordsOf(takeOverCommandLine('`id`', 'softmax', '-out'))).toEqual([
    'backproof',
    'decide',
    '--exercise',
    'softmax',
    '--follow-through',
    '--reason',
    '…',
    '--',
    '-out',
    '`id`',
  ]);
  expect(wordsOf(checkCommandLine('a\n$(id)'))).toEqual(['backproof', 'check', 'a\n$(id)']);
});
