import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { replayCommand } from './replay-command.ts';

test('names the student, the exercise and the folder', () => {
  expect(replayCommand('ada', 'softmax', 'results')).toBe('npx backproof replay --exercise softmax --out results ada');
});

test('no name of a student or folder acts in a shell, or is read as an option', () => {
  const command = replayCommand("-rf $(id) 'x'", 'softmax', '-out; ls').replace('npx', `printf '%s\\n'`);
  expect(execFileSync('bash', ['-c', command], { encoding: 'utf8' }).split('\n').slice(2, -1)).toEqual([
    '--exercise',
    'softmax',
    '--out=-out; ls',
    '--',
    "-rf $(id) 'x'",
  ]);
});
